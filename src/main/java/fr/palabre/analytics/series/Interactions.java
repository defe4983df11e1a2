package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.network.Metric;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reactions, comments, shares, reposts, quotes and saves, of which the network counts some. */
public final class Interactions {
  public static final List<Metric> PARTS = List.of(Metric.REACTIONS, Metric.COMMENTS,
      Metric.SHARES, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES);
  public static final Set<Metric> SPREADING = Set.of(Metric.SHARES, Metric.REPOSTS, Metric.QUOTES);

  private Interactions() {}

  /** The parts this network counts. */
  public static List<Metric> counted(Collection<Metric> offer) {
    return PARTS.stream().filter(offer::contains).toList();
  }

  /** Their sum; the parts that are offered and were not read are said missing. */
  public static Figure of(Map<Metric, Figure> figures, Collection<Metric> offer) {
    var parts = counted(offer).stream()
        .map(m -> figures.getOrDefault(m, Figure.none(Missing.NOT_GIVEN)))
        .toList();
    return Figure.sum(parts, Missing.NOT_OFFERED);
  }

  /** The metrics that may be added from post to post and from day to day. */
  static List<Metric> additive(Collection<Metric> offer) {
    var notCounts = Set.of(Metric.REACH, Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS);
    return offer.stream().filter(m -> !notCounts.contains(m)).toList();
  }

  static Map<Metric, Figure> figures(Map<Metric, Long> counts) {
    var figures = new EnumMap<Metric, Figure>(Metric.class);
    counts.forEach((metric, n) -> figures.put(metric, Figure.of(n)));
    return figures;
  }
}
