package fr.palabre.editorial.web;

import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.Proof;

/** What became of a content on one account. */
public record Fate(Proof.Sheet sheet, AdaptationProgress progress) {
  public String tone() {
    return switch (progress.status()) {
      case PUBLISHED -> "good";
      case REFUSED, IN_DOUBT -> "late";
      case WAITING, SENDING -> "calm";
      case NONE, CANCELLED -> "plain";
    };
  }

  public String icon() {
    return switch (progress.status()) {
      case PUBLISHED -> "check";
      case REFUSED -> "alert";
      case IN_DOUBT -> "question";
      case WAITING -> "clock";
      case SENDING -> "send";
      case NONE, CANCELLED -> "x";
    };
  }

  public String word() {
    return "editorial.fate." + progress.status();
  }
}
