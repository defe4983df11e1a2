package fr.palabre.analytics.besttime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When an account's posts do better, and how sure that is.
 *
 * @param posts compared: the first five of an account only say what is usual
 * @param windows those that do better, the best first
 * @param check null where the posts are too few
 */
public record BestTimes(
    int posts, Level level, List<Window> windows, @Nullable HeldOut check) {
  public static final int ENOUGH = 30;
  private static final int TELLING = 120;
  private static final int SHOWN = 5;
  private static final int MOST = 500;
  /** What would be said as 0 % is no advice. */
  private static final double WORTH_SAYING = 0.005;
  private static final Duration YEAR = Duration.ofDays(365);
  /** Nobody is there to answer before or after. */
  private static final int FROM = 7;
  private static final int UNTIL = 21;

  /** How much may be made of it; {@code EVEN}: no hour does better than those the account takes. */
  public enum Level { NOT_ENOUGH, EVEN, HINT, TREND, CONFIRMED }

  /**
   * Two hours of a day of the week, against the hours the account uses.
   *
   * @param gain expected share more, 0.08 for 8 %
   * @param low of the interval of 80 %
   * @param posts that went out in it
   */
  public record Window(DayOfWeek day, int hour, double gain, double low, double high, int posts) {}

  /** A pure function of what the posts did; the same posts say the same. */
  public static BestTimes of(List<PostResult> results, Instant now) {
    var known = results.stream()
        .filter(p -> p.at().isAfter(now.minus(YEAR)))
        .sorted(Comparator.comparing(PostResult::at).reversed())
        .limit(MOST).toList();
    var sample = Sample.of(known, now);
    if (sample.size() < ENOUGH)
      return new BestTimes(sample.size(), Level.NOT_ENOUGH, List.of(), null);
    var fit = new Fit(sample, true);
    var windows = IntStream.range(0, 7).boxed()
        .flatMap(day -> IntStream.iterate(FROM, h -> h < UNTIL, h -> h + 2)
            .mapToObj(hour -> window(fit, sample, day, hour)))
        .filter(w -> w.gain() >= WORTH_SAYING)
        .sorted(Comparator.comparingDouble(Window::gain).reversed())
        .limit(SHOWN).toList();
    var check = HeldOut.of(known, now);
    return new BestTimes(sample.size(), level(sample, windows, check), windows, check);
  }

  private static Level level(Sample sample, List<Window> windows, HeldOut check) {
    if (windows.isEmpty()) return Level.EVEN;
    if (sample.size() < TELLING || windows.getFirst().low() <= 0) return Level.HINT;
    return check.isConfirmed() ? Level.CONFIRMED : Level.TREND;
  }

  private static Window window(Fit fit, Sample sample, int day, int hour) {
    int first = day * 24 + hour;
    var gain = fit.gain(first, first + 1);
    var there = (int) sample.posts().stream()
        .filter(p -> p.hourOfWeek() == first || p.hourOfWeek() == first + 1).count();
    return new Window(DayOfWeek.of(day + 1), hour, Math.expm1(gain.mean()),
        Math.expm1(gain.low()), Math.expm1(gain.high()), there);
  }
}
