package fr.palabre.delivery.simulation;

import fr.palabre.delivery.Spent;
import fr.palabre.network.QuotaRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps count of what reached the network, and of what it and people had said by then. */
final class Ledger {
  /** What must never be. */
  enum Wrong { DOUBLED, LOST, DISORDERED, FORBIDDEN }

  record Violation(Wrong wrong, String what) {}

  /** Nothing of these accounts may begin; no account: of none. */
  private record Frozen(@Nullable Integer account, long from, long[] to) {}

  /** What a call begun there spent, by the clock of the house. */
  private record Paid(int account, long begun, Instant at, int points) {}

  private record Told(int account, Instant until, long from) {}

  final List<Item> items = new ArrayList<>();
  final List<Violation> violations = new ArrayList<>();
  private final List<Frozen> freezes = new ArrayList<>();
  private final List<Told> waits = new ArrayList<>();
  private final List<Paid> paid = new ArrayList<>();
  private long place;
  /** How far apart nodes' clocks are: an hour is the hour of the node that looks. */
  Duration apart = Duration.ZERO;

  /** The next place in the history. */
  long next() {
    return ++place;
  }

  void wrong(Wrong wrong, String what) {
    violations.add(new Violation(wrong, what));
  }

  // ---- what was said

  void freezes(@Nullable Integer account) {
    freezes.add(new Frozen(account, next(), new long[] {Long.MAX_VALUE}));
  }

  void thaws(@Nullable Integer account) {
    freezes.stream().filter(f -> Objects.equals(f.account, account) && f.to[0] == Long.MAX_VALUE)
        .forEach(f -> f.to[0] = next());
  }

  void told(int account, Instant until) {
    waits.add(new Told(account, until, next()));
  }

  // ---- what the network saw

  /** A call for this act left: it had been begun when it was allowed, or not. */
  void called(Item item, Strand strand) {
    var begun = strand.begunAt == 0 ? next() : strand.begunAt;
    var at = strand.begunAt == 0 ? Objects.requireNonNull(strand.begunClock) : strand.begunLatest;
    if (begun > item.takenBackAt) wrong(Wrong.FORBIDDEN, item + " was taken back");
    var hour = item.hourAt(begun);
    if (hour != null && at.plus(apart).isBefore(hour.notBefore()))
      wrong(Wrong.FORBIDDEN, item + " begun " + at + " before its hour " + hour.notBefore());
    // Set back, a clock lets an hour come again: nobody who looks at it knows that it had passed.
    var clock = Objects.requireNonNull(strand.begunClock);
    if (hour != null && hour.notAfter() != null && clock.minus(apart).isAfter(hour.notAfter()))
      wrong(Wrong.FORBIDDEN, item + " begun " + clock + " after its latest hour " + hour.notAfter());
    if (!item.isDeletion() && freezes.stream().anyMatch(f -> f.from < begun && begun < f.to[0]
        && (f.account == null || f.account == item.account)))
      wrong(Wrong.FORBIDDEN, item + " begun while frozen");
    waits.stream().filter(w -> w.account == item.account && w.from < begun && at.plus(apart).isBefore(w.until))
        .findFirst().ifPresent(w -> wrong(Wrong.FORBIDDEN,
            item + " begun " + at + " while told to wait until " + w.until));
  }

  /**
   * The same call, on a network that allows so much. What the network asks again within one call, to
   * have a token renewed, counts once.
   *
   * @return whether the account has now used it up: a second such call would be too much
   */
  boolean spends(Item item, Strand strand, QuotaRule rule) {
    var at = Objects.requireNonNull(strand.begunClock);
    if (strand.begunAt != 0 && paid.stream().anyMatch(p -> p.begun == strand.begunAt)) return false;
    int points = Spent.on(item.act, rule);
    var from = at.minus(rule.window()).plus(apart);
    var before = paid.stream().filter(p -> p.account == item.account && p.at.isAfter(from)
        && !p.at.isAfter(at)).mapToInt(Paid::points).sum();
    paid.add(new Paid(item.account, strand.begunAt, at, points));
    if (points > 0 && before + points > rule.allowed())
      wrong(Wrong.FORBIDDEN, item + " begun " + at + " beyond " + rule + ", after " + before);
    return before + 2 * points > rule.allowed();
  }

  /** The network took it to heart. */
  void accepted(Item item, @Nullable Post post) {
    item.accepted.add(next());
    if (!item.isMessage()) return;
    if (item.accepted.size() > 1) wrong(Wrong.DOUBLED, item + " accepted again");
    item.post = post;
    var before = item.after;
    if (before == null) return;
    if (before.accepted.isEmpty()) wrong(Wrong.DISORDERED, item + " before the one before it");
    else if (post != null && before.post != null && !before.post.id().equals(post.parent()))
      wrong(Wrong.DISORDERED, item + " answers " + post.parent());
  }
}
