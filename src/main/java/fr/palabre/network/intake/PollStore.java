package fr.palabre.network.intake;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who polls which account until when, and where reading stands. */
@Component
class PollStore {
  private final JdbcClient jdbc;

  PollStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Leases the accounts most overdue; one that another node polls is passed over. */
  List<Lease> claim(int limit, Instant now, Instant until) {
    return jdbc.sql("""
            update network_cursor set leased_until = :until, next_poll_at = :until
             where (workspace_id, account_id) in (
                   select workspace_id, account_id from network_cursor
                    where next_poll_at <= :now and (leased_until is null or leased_until <= :now)
                    order by next_poll_at limit :limit
                      for update skip locked)
            returning workspace_id, account_id, cursor, rhythm_seconds, measured_at, leased_until
            """)
        .param("now", at(now))
        .param("until", at(until))
        .param("limit", limit)
        .query((row, _) -> lease(row))
        .list();
  }

  /** Moves the cursor on; false if the lease was lost meanwhile. */
  boolean advance(Lease lease, @Nullable String cursor, boolean somethingNew, Instant now) {
    return bound("""
            update network_cursor
               set cursor = :cursor, polled_at = :now,
                   last_event_at = case when :new then :now else last_event_at end
             where workspace_id = :workspace and account_id = :account and leased_until = :until
            """, lease)
        .param("cursor", cursor)
        .param("new", somethingNew)
        .param("now", at(now))
        .update() == 1;
  }

  /** Gives the lease back and says when to come again, unless somebody asked for sooner. */
  void release(Lease lease, Instant next, Duration rhythm) {
    bound("""
            update network_cursor
               set leased_until = null, rhythm_seconds = :rhythm, next_poll_at =
                   case when next_poll_at < :until then least(next_poll_at, :next) else :next end
             where workspace_id = :workspace and account_id = :account and leased_until = :until
            """, lease)
        .param("next", at(next))
        .param("rhythm", (int) rhythm.toSeconds())
        .update();
  }

  void stop(Lease lease) {
    bound("""
            update network_cursor set leased_until = null, next_poll_at = 'infinity'
             where workspace_id = :workspace and account_id = :account and leased_until = :until
            """, lease)
        .update();
  }

  /** Measures how long this account's silences last, from its own events since then. */
  void measureSilence(Lease lease, Instant since, int enough, Instant now) {
    bound("""
            update network_cursor set measured_at = :now, usual_silence_seconds = (
                   select extract(epoch from percentile_disc(0.98) within group (order by gap))
                     from (select received_at - lag(received_at) over (order by received_at) as gap
                             from network_raw_event
                            where workspace_id = :workspace and account_id = :account
                              and received_at >= :since) as gaps
                   having count(*) >= :enough)
             where workspace_id = :workspace and account_id = :account and leased_until = :until
            """, lease)
        .param("since", at(since))
        .param("enough", enough)
        .param("now", at(now))
        .update();
  }

  private JdbcClient.StatementSpec bound(String sql, Lease lease) {
    return jdbc.sql(sql)
        .param("workspace", lease.workspace().value())
        .param("account", lease.account().value())
        .param("until", at(lease.until()));
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(new WorkspaceId(uuid(row, "workspace_id")),
        new AccountId(uuid(row, "account_id")), row.getString("cursor"),
        row.getInt("rhythm_seconds"), instantOrNull(row, "measured_at"),
        instant(row, "leased_until"));
  }
}
