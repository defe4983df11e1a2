package fr.palabre.analytics.besttime;

import static fr.palabre.analytics.besttime.BestTimes.Level.CONFIRMED;
import static fr.palabre.analytics.besttime.BestTimes.Level.EVEN;
import static fr.palabre.analytics.besttime.BestTimes.Level.HINT;
import static fr.palabre.analytics.besttime.BestTimes.Level.NOT_ENOUGH;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.series.PostFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The method, on posts of which the truth is known. */
class BestTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void aPlantedHourIsFoundAndHoldsWhatItPromised() {
    var found = BestTimes.of(posts(450, 0.5, 1, at -> evening(at) ? 0.6 : 0), NOW);
    var best = found.windows().getFirst();
    assertThat(best.hour()).isBetween(17, 20);
    assertThat(best.low()).isPositive();
    assertThat(found.level()).isEqualTo(CONFIRMED);
    assertThat(found.check().gap()).isPositive();
  }

  @Test
  void noiseIsNeverConfirmed() {
    int confirmed = 0;
    for (int seed = 0; seed < 20; seed++)
      if (BestTimes.of(posts(250, 0.7, seed, _ -> 0), NOW).level() == CONFIRMED) confirmed++;
    assertThat(confirmed).isZero();
  }

  @Test
  void noiseIsPromisedNextToNothing() {
    for (int seed = 0; seed < 10; seed++)
      assertThat(BestTimes.of(posts(120, 0.7, seed, _ -> 0), NOW).windows())
          .allMatch(window -> window.gain() < 0.2);
  }

  @Test
  void noHourIsAdvisedThatDoesWorseThanThoseTheAccountTakes() {
    var posts = new ArrayList<PostResult>();
    for (int week = 1; week <= 40; week++) {
      var at = NOW.minus(Duration.ofDays(7L * week)).plus(Duration.ofHours(1));
      posts.add(new PostResult(at, LocalDateTime.ofInstant(at, ZoneOffset.UTC), PostFormat.TEXT,
          80 + week % 5));
    }
    var found = BestTimes.of(posts, NOW);
    assertThat(found.level()).isEqualTo(EVEN);
    assertThat(found.windows()).isEmpty();
  }

  @Test
  void aFewPostsAreNotEnough() {
    var few = BestTimes.of(posts(29, 0.3, 3, at -> evening(at) ? 2 : 0), NOW);
    assertThat(few.level()).isEqualTo(NOT_ENOUGH);
    assertThat(few.windows()).isEmpty();
    assertThat(few.posts()).isEqualTo(24);
  }

  @Test
  void someMorePostsAreAHintOnly() {
    assertThat(BestTimes.of(posts(80, 0.3, 4, at -> evening(at) ? 1 : 0), NOW).level())
        .isEqualTo(HINT);
  }

  @Test
  void anAccountThatGrowsDoesNotMakeItsLateHoursLookGood() {
    var random = new Random(5);
    var posts = new ArrayList<PostResult>();
    for (int i = 0; i < 300; i++) {
      var at = NOW.minus(Duration.ofHours(26L * (300 - i)));
      // Mornings first, evenings later, while the account grows a hundredfold.
      var local = LocalDateTime.ofInstant(at, ZoneOffset.UTC).withHour(i < 150 ? 9 : 19);
      var usual = 20 * Math.exp(i / 65.0);
      posts.add(new PostResult(local.toInstant(ZoneOffset.UTC), local, PostFormat.TEXT,
          Math.round(usual * Math.exp(0.4 * random.nextGaussian()))));
    }
    assertThat(BestTimes.of(posts, NOW).windows()).allMatch(window -> window.gain() < 0.2);
  }

  @Test
  void theSamePostsSayTheSame() {
    var posts = posts(200, 0.7, 6, at -> evening(at) ? 0.2 : 0);
    assertThat(BestTimes.of(posts, NOW)).isEqualTo(BestTimes.of(posts, NOW));
  }

  private static boolean evening(LocalDateTime at) {
    return at.getHour() >= 18 && at.getHour() < 21 && at.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Spread over ten months, at any hour of the day, one in three with an image. */
  private static List<PostResult> posts(int count, double noise, long seed,
      ToDoubleFunction<LocalDateTime> truth) {
    var random = new Random(seed);
    var posts = new ArrayList<PostResult>();
    for (int i = 0; i < count; i++) {
      var at = NOW.minus(Duration.ofMinutes(random.nextLong(300L * 24 * 60)));
      var local = LocalDateTime.ofInstant(at, ZoneOffset.UTC).withHour(7 + random.nextInt(15));
      var format = random.nextInt(3) == 0 ? PostFormat.IMAGE : PostFormat.TEXT;
      var y = truth.applyAsDouble(local) + (format == PostFormat.IMAGE ? 0.5 : 0)
          + noise * random.nextGaussian();
      posts.add(new PostResult(local.toInstant(ZoneOffset.UTC).isBefore(NOW)
          ? local.toInstant(ZoneOffset.UTC) : at, local, format, Math.round(80 * Math.exp(y))));
    }
    return posts;
  }
}
