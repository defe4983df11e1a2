package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Coverage;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Rate;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.network.Metric;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One account over a period. Its activity is what happened between the dates, on any post; its posts
 * are those that went out between the dates, whatever they gathered since. The two never mix.
 *
 * @param counted what this network counts as interactions
 * @param since the first day on which it was asked
 * @param gathered what the posts of the period gathered, to this day
 * @param current whether it is still read
 * @param corrections what was taken back over the period, negative
 */
public record AccountFigures(
    UUID account,
    String network,
    String name,
    String icon,
    String handle,
    boolean simulated,
    List<Metric> counted,
    LocalDate since,
    Coverage coverage,
    Figure followersAtStart,
    Figure followers,
    Figure interactions,
    Figure displays,
    long grouped,
    long corrections,
    int posts,
    Figure gathered,
    Map<RateKind, Rate> rates,
    Map<RateKind, Typical> typical,
    List<DayCount> followersByDay,
    List<DayCount> interactionsByDay,
    boolean current) {

  public Figure gained() {
    return followers.minus(followersAtStart);
  }
}
