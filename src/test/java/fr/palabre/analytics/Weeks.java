package fr.palabre.analytics;

import fr.palabre.analytics.series.Collector;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** Two weeks of a brand, read night by night: one post a day at noon, one more follower a night. */
public class Weeks {
  /** A Monday. */
  public static final LocalDate FIRST = LocalDate.parse("2026-11-02");
  public static final int DAYS = 14;
  private final Brands brands;
  private final MovableClock clock;
  private final CountingNetwork network;
  private final Stories stories;
  private final Collector collector;

  Weeks(Brands brands, MovableClock clock, CountingNetwork network, Stories stories,
      Collector collector) {
    this.brands = brands;
    this.clock = clock;
    this.network = network;
    this.stories = stories;
    this.collector = collector;
  }

  /** The brand, on the morning after. Post number n (from 0) gathers 10 + n reactions at once. */
  public Workspace lived() {
    var brand = brands.brand();
    at(FIRST, 3);
    network.followers(brand.slug(), 100);
    AccountId account = stories.connect(brand, brand.slug());
    collector.collectDue();
    for (int n = 0; n < DAYS; n++) day(brand, account, n);
    return brand;
  }

  private void day(Workspace brand, AccountId account, int n) {
    var id = brand.slug() + "-" + n;
    at(FIRST.plusDays(n), 12);
    network.post(id, 10 + n, 2, 1, 400, 300);
    stories.publish(brand, account, id, clock.instant(), n % 2);
    for (var age : new int[] {1, 3}) {
      at(FIRST.plusDays(n), 12 + age);
      collector.collectDue();
    }
    network.followers(brand.slug(), 101 + n);
    at(FIRST.plusDays(n + 1), 3);
    clock.advance(Duration.ofMinutes(1));
    collector.collectDue();
  }

  private void at(LocalDate day, int hour) {
    clock.set(day.atTime(LocalTime.of(hour, 0)).atZone(Brands.PARIS).toInstant());
  }
}
