package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Coverage;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.Rate;
import fr.palabre.analytics.count.RateKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A brand over a period, network by network, and what may be added up of it.
 *
 * @param rates of all posts of the period together, as ratios of sums
 * @param days how many days of it have passed
 * @param readAt when the last of its figures was read
 */
public record Overview(
    Period period,
    List<AccountFigures> accounts,
    Map<RateKind, Rate> rates,
    int days,
    @Nullable Instant readAt) {

  public Figure followers() {
    return sum(AccountFigures::followers);
  }

  /** Only of the accounts whose number is known at both ends. */
  public Figure gained() {
    return sum(AccountFigures::gained);
  }

  public Figure interactions() {
    return sum(AccountFigures::interactions);
  }

  public Figure displays() {
    return sum(AccountFigures::displays);
  }

  public int posts() {
    return accounts.stream().mapToInt(AccountFigures::posts).sum();
  }

  /** That of the account least observed: what is said of all holds for each. */
  public Coverage coverage() {
    return accounts.stream().map(AccountFigures::coverage)
        .min(Comparator.comparingDouble(Coverage::share))
        .orElse(new Coverage(0, days));
  }

  /** The rate to show first: by displays where every post has them, else by followers. */
  public Rate headline() {
    var displays = rates.get(RateKind.BY_DISPLAYS);
    if (displays != null && displays.missing() == null && displays.posts() == displays.of())
      return displays;
    var followers = rates.get(RateKind.BY_FOLLOWERS);
    if (followers == null) throw new IllegalStateException("No rate was computed");
    return followers;
  }

  public Rate rate(RateKind kind) {
    var rate = rates.get(kind);
    if (rate == null) throw new IllegalStateException("No rate " + kind);
    return rate;
  }

  /** @throws java.util.NoSuchElementException if it is not among them */
  public AccountFigures account(UUID id) {
    return accounts.stream().filter(a -> a.account().equals(id)).findFirst().orElseThrow();
  }

  private Figure sum(Function<AccountFigures, Figure> part) {
    return Figure.sum(accounts.stream().map(part).toList(), Missing.BEFORE_CONNECTION);
  }
}
