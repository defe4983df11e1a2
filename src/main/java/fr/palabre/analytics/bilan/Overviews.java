package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.Engagement;
import fr.palabre.analytics.count.Measured;
import fr.palabre.analytics.count.Rate;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.analytics.series.BrandDay;
import fr.palabre.analytics.series.DailySeries;
import fr.palabre.analytics.series.DayRow;
import fr.palabre.analytics.series.KnownAccount;
import fr.palabre.analytics.series.KnownAccounts;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures of a period together. */
@Component
public class Overviews {
  private final KnownAccounts accounts;
  private final DailySeries series;
  private final Posts posts;
  private final AccountReader reader;
  private final Clock clock;

  Overviews(KnownAccounts accounts, DailySeries series, Posts posts, AccountReader reader,
      Clock clock) {
    this.accounts = accounts;
    this.series = series;
    this.posts = posts;
    this.reader = reader;
    this.clock = clock;
  }

  public Overview of(Workspace brand, Period period) {
    var known = accounts.all(brand.id());
    // One day more in front: what followers are compared with.
    var rows = series.days(brand.id(), new Period(period.from().minusDays(1), period.to())).stream()
        .collect(Collectors.groupingBy(DayRow::account));
    var published = posts.published(brand.id(), start(period, brand.zone()),
        end(period, brand.zone()));
    var today = BrandDay.of(clock.instant(), brand.zone());
    var figures = known.stream()
        .map(a -> reader.read(a, period, today, rows.getOrDefault(a.account(), List.of()),
            of(a.account(), published)))
        .filter(f -> f.posts() > 0 || f.coverage().observed() > 0 || f.current())
        .toList();
    return new Overview(period, figures, rates(published), period.elapsed(today.day()),
        readAt(known));
  }

  static Map<RateKind, Rate> rates(List<KnownPost> posts) {
    var measured = posts.stream().map(KnownPost::measured).toList();
    return each(kind -> Engagement.total(kind, measured));
  }

  static Map<RateKind, Typical> typical(List<KnownPost> posts) {
    List<Measured> measured = posts.stream().map(KnownPost::measured).toList();
    return each(kind -> Typical.of(Engagement.typical(kind, measured)));
  }

  public static Instant start(Period period, ZoneId zone) {
    return period.from().atStartOfDay(zone).toInstant();
  }

  public static Instant end(Period period, ZoneId zone) {
    return period.to().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static <T> Map<RateKind, T> each(Function<RateKind, T> made) {
    return Arrays.stream(RateKind.values()).collect(Collectors.toMap(k -> k, made));
  }

  private static List<KnownPost> of(AccountId account, List<KnownPost> posts) {
    return posts.stream().filter(p -> p.account().equals(account)).toList();
  }

  private static @Nullable Instant readAt(List<KnownAccount> accounts) {
    return accounts.stream().map(KnownAccount::readAt).filter(Objects::nonNull)
        .max(Instant::compareTo).orElse(null);
  }
}
