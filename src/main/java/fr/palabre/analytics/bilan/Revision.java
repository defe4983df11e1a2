package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Figure;
import java.util.Objects;

/** Whether the networks have since corrected what a closed report says. */
public final class Revision {
  /** A smaller correction changes no conclusion. */
  private static final double NOTABLE = 0.02;

  private Revision() {}

  public static boolean notable(Bilan frozen, Bilan live) {
    return moved(frozen.now().interactions(), live.now().interactions())
        || moved(frozen.now().followers(), live.now().followers())
        || moved(frozen.now().displays(), live.now().displays())
        || frozen.now().posts() != live.now().posts();
  }

  private static boolean moved(Figure then, Figure now) {
    var before = then.value();
    var after = now.value();
    if (before == null || after == null) return !Objects.equals(before, after);
    return Math.abs(after - before) > NOTABLE * Math.max(Math.abs(before), 1);
  }
}
