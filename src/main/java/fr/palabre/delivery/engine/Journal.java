package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Written before the call, and after it. What stands between the two is a call whose outcome nobody
 * knows; what stands before the first was not sent.
 */
@Component
class Journal {
  private static final int PRESSED = 16;
  private static final long PRESS_NANOS = 100_000_000L;
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final JsonMapper json;
  private final Clock clock;
  private final NextParts nextParts;
  private final GroupCommit<Wish, Begun> beginnings = new GroupCommit<>(this::beginAll);
  private final GroupCommit<Answer, Boolean> answers = new GroupCommit<>(this::answerAll);
  private volatile long pressedUntil = System.nanoTime();

  Journal(JdbcClient jdbc, RowScope scope, JsonMapper json, Clock clock,
      NextParts nextParts) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.json = json;
    this.clock = clock;
    this.nextParts = nextParts;
  }

  /**
   * Commits the attempt, and what it spends. Empty if it may not begin: moved, taken back, too late,
   * frozen, beyond a quota, paid for in a slot that is over, or the lane is another's by now.
   */
  Optional<Begun> begin(Lane lane, Due due, Payment payment) {
    var d = due.delivery();
    return Optional.ofNullable(beginnings.of(new Wish(
        d.workspace().value(), d.id().value(), lane.account().value(), lane.fence(),
        payment)));
  }

  /**
   * Commits the outcome, even if somebody believed the call lost meanwhile.
   *
   * @return false if the delivery has moved on by other means, so that only its story was completed
   */
  boolean answer(Answer answer) {
    return Boolean.TRUE.equals(answers.of(answer));
  }

  /** Whether so many calls wait to be journaled, or did a moment ago, that all else had better wait. */
  boolean isPressed() {
    return beginnings.asking() + answers.asking() >= PRESSED
        || System.nanoTime() - pressedUntil < 0;
  }

  // Between two commits their calls are all on their way, and nobody waits.
  private void together(int many) {
    if (many >= PRESSED) pressedUntil = System.nanoTime() + PRESS_NANOS;
  }

  private Map<Wish, Begun> beginAll(List<Wish> wishes) {
    together(wishes.size());
    return scope.everywhere(() -> {
      // Not before a connection was free: readings count on when the call left.
      var now = clock.instant();
      var begun = new HashMap<Wish, Begun>();
      var byId = new LinkedHashMap<UUID, Wish>();
      wishes.stream().filter(w -> w.payment.holds(now)).forEach(w -> byId.put(w.id, w));
      bound(List.copyOf(byId.values())).param("now", at(now))
          .query((row, _) -> begun.put(byId.get(uuid(row, "id")),
              new Begun(row.getInt("steps"), row.getInt("attempts"), now, row.getInt("ahead"))))
          .list();
      return begun;
    });
  }

  // Most wishes of a moment cost the same: each list of costs is told once, wishes name theirs.
  private JdbcClient.StatementSpec bound(List<Wish> wishes) {
    var lists = wishes.stream().map(w -> w.payment.costs()).distinct().toList();
    var costs = IntStream.range(0, lists.size()).boxed()
        .flatMap(i -> lists.get(i).stream().map(cost -> new Priced(i, cost))).toList();
    return jdbc.sql(BEGIN)
        .param("workspaces", wishes.stream().map(Wish::workspace).toArray(UUID[]::new))
        .param("ids", wishes.stream().map(Wish::id).toArray(UUID[]::new))
        .param("accounts", wishes.stream().map(Wish::account).toArray(UUID[]::new))
        .param("fences", wishes.stream().map(Wish::fence).toArray(Long[]::new))
        .param("prices", wishes.stream().map(w -> lists.indexOf(w.payment.costs()))
            .toArray(Integer[]::new))
        .param("calls", wishes.stream().map(w -> w.payment.calls()).toArray(Integer[]::new))
        .param("paids", wishes.stream().map(w -> w.payment.isMade()).toArray(Boolean[]::new))
        .param("lists", costs.stream().map(Priced::list).toArray(Integer[]::new))
        .param("buckets", costs.stream().map(c -> c.cost.bucket()).toArray(String[]::new))
        .param("points", costs.stream().map(c -> c.cost.points()).toArray(Integer[]::new))
        .param("alloweds", costs.stream().map(c -> c.cost.allowed()).toArray(Long[]::new))
        .param("slots", costs.stream().map(c -> c.cost.slot()).toArray(Long[]::new))
        .param("spans", costs.stream().map(c -> c.cost.span()).toArray(Long[]::new));
  }

  private Map<Answer, Boolean> answerAll(List<Answer> all) {
    together(all.size());
    var now = clock.instant();
    var rows = json.writeValueAsString(all);
    return scope.everywhere(() -> {
      var moved = new HashMap<Answer, Boolean>();
      var byAttempt = new HashMap<String, Answer>();
      all.forEach(a -> byAttempt.put(a.id() + "/" + a.attempt(), a));
      jdbc.sql(ANSWER).param("answers", rows).param("now", at(now))
          .query((row, _) -> moved.put(
              byAttempt.get(uuid(row, "id") + "/" + row.getInt("attempts")), true))
          .list();
      nextParts.follow(rows, now);
      return moved;
    });
  }

  private record Wish(UUID workspace, UUID id, UUID account, long fence, Payment payment) {}

  private record Priced(int list, Cost cost) {}

  // What a person is moving at this moment is skipped, never waited for: nobody begins it meanwhile.
  private static final String BEGIN = """
      with wish as (
        select * from unnest(cast(:workspaces as uuid[]), cast(:ids as uuid[]),
            cast(:accounts as uuid[]), cast(:fences as bigint[]), cast(:prices as int[]),
            cast(:calls as int[]), cast(:paids as boolean[]))
          with ordinality as w(workspace, id, account, fence, price, calls, paid, n)
      ), cost as (
        select * from unnest(cast(:lists as int[]), cast(:buckets as text[]),
            cast(:points as int[]), cast(:alloweds as bigint[]), cast(:slots as bigint[]),
            cast(:spans as bigint[])) as c(list, bucket, points, allowed, slot, span)
      ), mine as (
        -- The standing asked for is a column: a planner that believes none to be scheduled would look
        -- through all that are, for each wish.
        select w.*, 'SCHEDULED' as standing from wish w
          join delivery_lane l on l.workspace_id = w.workspace and l.account_id = w.account
                              and l.fence = w.fence and l.engine_id is not null
                              and (l.wait_until is null or l.wait_until <= :now)
           for share of l
      ), room as (
        -- How many such calls all quotas still allow, as counted, and as told by the network.
        select w.n, w.calls,
               min((c.allowed - coalesce((
                    select sum(s.points) from delivery_spend s
                     where s.workspace_id = w.workspace and s.account_id = w.account
                       and s.bucket = c.bucket
                       and s.slot_at > :now - c.span * interval '1 second'), 0)) / c.points
               ) as counted,
               min((select x.remaining / c.points from delivery_ceiling x
                     where x.workspace_id = w.workspace and x.account_id = w.account
                       and x.bucket = c.bucket and x.resets_at > :now)) as told
          from cost c join wish w on w.price = c.list
         group by w.n, w.calls
      ), free as (
        select d.workspace_id, d.id, m.fence, m.price, m.n
          from mine m
          join delivery_delivery d on d.workspace_id = m.workspace and d.id = m.id
         where d.standing = m.standing and d.next_at <= :now
           and (d.not_after is null or d.not_after >= :now)
           and (d.act = 'DELETE' or not exists (
                 select from delivery_freeze f
                  where f.workspace_id = d.workspace_id and f.thawed_at is null
                    and (f.account_id is null or f.account_id = d.account_id)))
           and (not m.paid or not exists (
                 select from delivery_ceiling x
                  where x.workspace_id = d.workspace_id and x.account_id = d.account_id
                    and x.resets_at > :now))
           and m.n <> all (array(select n from room where least(counted, told) < 1))
           for update of d skip locked
      ), begun as (
        update delivery_delivery d
           set standing = 'SUBMITTING', why = null, fence = f.fence, submitted_at = :now,
               attempts = d.attempts + 1, steps = d.steps + 1, moved_at = :now
          from free f
         where d.workspace_id = f.workspace_id and d.id = f.id
        returning d.workspace_id, d.id, d.account_id, d.steps, d.attempts, f.price, f.n
      ), paid as (
        -- Where the network says that little is left, nothing is paid ahead.
        select n, case when told is null then least(calls, counted) else 1 end as calls from room
      ), spent as (
        insert into delivery_spend (workspace_id, account_id, bucket, slot_at, points)
        select b.workspace_id, b.account_id, c.bucket,
               date_bin(c.slot * interval '1 second', :now, timestamptz 'epoch'),
               sum(c.points * p.calls)
          from begun b join cost c on c.list = b.price join paid p on p.n = b.n
         group by 1, 2, 3, 4
        on conflict (workspace_id, account_id, bucket, slot_at)
          do update set points = delivery_spend.points + excluded.points
      ), written as (
        insert into delivery_attempt (workspace_id, delivery_id, number, kind, at)
        select workspace_id, id, steps, 'CALL', :now from begun
      )
      select b.id, b.steps, b.attempts, coalesce(p.calls - 1, 0) as ahead
        from begun b left join paid p on p.n = b.n
      """;

  // An answer that comes after someone gave the call up for lost is still the truth about it.
  private static final String ANSWER = """
      with answer as (
        select * from jsonb_to_recordset(cast(:answers as jsonb)) as a(
          workspace uuid, id uuid, account uuid, number int, attempt int, at timestamptz,
          result text, detail text, until timestamptz, standing text, why text, next timestamptz,
          failures int, remote text, root text, permalink text, reason text, code text,
          message text, lane timestamptz)
      ), written as (
        update delivery_attempt t
           set answered_at = a.at, result = a.result, detail = a.detail, until_at = a.until
          from answer a
         where t.workspace_id = a.workspace and t.delivery_id = a.id and t.number = a.number
           and (t.result is null or t.result = 'UNKNOWN')
      ), waits as (
        update delivery_lane l set wait_until = greatest(l.wait_until, a.lane)
          from answer a
         where l.workspace_id = a.workspace and l.account_id = a.account and a.lane is not null
      )
      update delivery_delivery d
         set standing = a.standing, why = a.why, next_at = a.next, failures = a.failures,
             readings = 0, remote_id = a.remote, root_id = a.root, permalink = a.permalink,
             reason = a.reason, remote_code = a.code, remote_message = a.message,
             moved_at = a.at, tell_at = :now
        from answer a
       where d.workspace_id = a.workspace and d.id = a.id and d.attempts = a.attempt
         and (d.standing in ('SUBMITTING', 'IN_DOUBT', 'UNDECIDED')
           or d.standing = 'ACCEPTED' and d.remote_id is null)
      returning d.id, d.attempts
      """;
}
