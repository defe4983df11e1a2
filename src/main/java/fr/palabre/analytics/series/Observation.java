package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One count of one subject at one instant, or why there is none.
 *
 * @param subject a post's id, or the account's own
 * @param checkpoint the age it stands for, of a post
 * @param at the instant it holds for
 */
record Observation(
    UUID subject,
    AccountId account,
    Metric metric,
    Figure figure,
    @Nullable Checkpoint checkpoint,
    Instant at) {

  static Observation missing(DuePost post, Metric metric, Missing why, Checkpoint age) {
    return new Observation(post.id(), post.account(), metric, Figure.none(why), age,
        age.of(post.publishedAt()));
  }
}
