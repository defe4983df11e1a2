package fr.palabre.analytics.bilan;

import fr.palabre.network.DialogueFigures.Figures;

/** The dialogue of a period, beside that of the one before; both of what came in meanwhile. */
public record Dialogue(Figures now, Figures before) {
  /** Share of what asked for an answer that has one; NaN where nothing did. */
  public static double answered(Figures figures) {
    return (double) figures.answered() / figures.inbound();
  }
}
