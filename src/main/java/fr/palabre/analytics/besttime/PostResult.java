package fr.palabre.analytics.besttime;

import fr.palabre.analytics.series.PostFormat;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What one post did, two days after it went out.
 *
 * @param local when, by the brand's clock
 */
public record PostResult(Instant at, LocalDateTime local, PostFormat format, long interactions) {
  /** The hour of the week, from 0 on Monday to 167. */
  int hourOfWeek() {
    return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
  }
}
