package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.series.Checkpoint;
import fr.palabre.analytics.series.PostFormat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The posts of a period that did best and least, each against the usual of its own format, all at
 * the same age.
 *
 * @param age at which they are compared; null where nothing can be
 * @param compared how many were old enough
 * @param tooYoung how many were not
 * @param missing why there is no ranking; null where there is one
 */
public record Ranking(@Nullable Checkpoint age, List<Ranked> best, List<Ranked> weakest,
    int compared, int tooYoung, @Nullable Missing missing) {

  static Ranking none(int tooYoung, Missing why) {
    return new Ranking(null, List.of(), List.of(), 0, tooYoung, why);
  }

  /**
   * @param interactions at the common age
   * @param median of its format on its account, at that age, over three months
   * @param among how many posts that median is made of
   * @param ownFormat false where its format had too few, and all formats of the account stand in
   */
  public record Ranked(UUID post, String network, String icon, String handle, String excerpt,
      @Nullable String permalink, PostFormat format, Instant publishedAt, long interactions,
      double median, int among, boolean ownFormat) {

    /** How many times the usual; a median of zero counts as one half, so that order remains. */
    public double times() {
      return interactions / Math.max(median, 0.5);
    }
  }
}
