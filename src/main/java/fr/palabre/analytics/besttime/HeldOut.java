package fr.palabre.analytics.besttime;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The advice put to the test: learnt from the months before, tried on the month after, four times.
 *
 * @param folds months that could be tried
 * @param better months in which believing in hours foretold better than not
 * @param posts tried
 * @param gap how much better the best third of the advised hours did than the last, in logarithms
 * @param low of that gap, at 80 %, whole weeks drawn again
 * @param high of that gap
 */
public record HeldOut(int folds, int better, int posts, double gap, double low, double high) {
  private static final int MONTHS = 4;
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int ENOUGH = 30;
  private static final int TRIED = 6;
  private static final int DRAWS = 500;

  /** Whether the hours held what they promised. */
  public boolean isConfirmed() {
    return better >= 3 && low > 0;
  }

  static HeldOut of(List<PostResult> all, Instant now) {
    var tried = new ArrayList<Tried>();
    int folds = 0;
    int better = 0;
    var whole = Sample.of(all, now);
    for (int month = MONTHS; month >= 1; month--) {
      var start = now.minus(MONTH.multipliedBy(month));
      var before = Sample.of(all, start);
      var after = tested(whole, start, start.plus(MONTH));
      if (before.size() < ENOUGH || after.size() < TRIED) continue;
      folds++;
      if (tries(before, after, tried) > 0) better++;
    }
    var draws = new Random(20261122);
    var gaps = new ArrayList<Double>();
    var weeks = List.copyOf(tried.stream().collect(groupingBy(t -> weekOf(t, now))).values());
    for (int i = 0; i < DRAWS && weeks.size() > 1; i++) gaps.add(gap(again(weeks, draws)));
    gaps.sort(Comparator.naturalOrder());
    return new HeldOut(folds, better, tried.size(), gap(tried), at(gaps, 0.1), at(gaps, 0.9));
  }

  /** @return how much better than without hours the month was foretold */
  private static double tries(Sample before, List<Tried> after, List<Tried> into) {
    var week = new Fit(before, true);
    var none = new Fit(before, false);
    double gain = 0;
    for (var post : after) {
      var with = week.predicted(post.post());
      var without = none.predicted(post.post());
      gain += with.density(post.seen()) - without.density(post.seen());
      into.add(new Tried(post.post(), post.seen() - without.mean(), with.mean() - without.mean()));
    }
    return gain;
  }

  private static List<Tried> tested(Sample whole, Instant from, Instant before) {
    var posts = new ArrayList<Tried>();
    for (int i = 0; i < whole.size(); i++) {
      var at = whole.posts().get(i).at();
      if (!at.isBefore(from) && at.isBefore(before))
        posts.add(new Tried(whole.posts().get(i), whole.y()[i], 0));
    }
    return posts;
  }

  private static double gap(List<Tried> posts) {
    var order = posts.stream().sorted(Comparator.comparingDouble(Tried::foretold)).toList();
    int third = order.size() / 3;
    if (third == 0) return 0;
    return mean(order.subList(order.size() - third, order.size())) - mean(order.subList(0, third));
  }

  private static double mean(List<Tried> posts) {
    return posts.stream().mapToDouble(Tried::seen).average().orElse(0);
  }

  private static List<Tried> again(List<List<Tried>> weeks, Random draws) {
    var drawn = new ArrayList<Tried>();
    for (int i = 0; i < weeks.size(); i++) drawn.addAll(weeks.get(draws.nextInt(weeks.size())));
    return drawn;
  }

  private static long weekOf(Tried tried, Instant now) {
    return Duration.between(tried.post().at(), now).toDays() / 7;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty() ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }

  private record Tried(PostResult post, double seen, double foretold) {}
}
