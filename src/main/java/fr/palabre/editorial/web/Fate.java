package fr.palabre.editorial.web;

import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.AdaptationProgress.Status;
import fr.palabre.editorial.Planned;
import fr.palabre.editorial.Proof;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a content on one account. */
public record Fate(Proof.Sheet sheet, AdaptationProgress progress) {
  /** Once something happened, when; until then, when it goes out. */
  public Instant at(@Nullable Planned planned) {
    return progress.status() == Status.WAITING && planned != null ? planned.at() : progress.at();
  }

  public String tone() {
    return switch (progress.status()) {
      case PUBLISHED -> "good";
      case VANISHED -> "wait";
      case REFUSED, IN_DOUBT -> "late";
      case WAITING, SENDING -> "calm";
      case NONE, CANCELLED, SKIPPED, REMOVED -> "plain";
    };
  }

  public String icon() {
    return switch (progress.status()) {
      case PUBLISHED -> "check";
      case REFUSED -> "alert";
      case IN_DOUBT -> "question";
      case WAITING -> "clock";
      case SENDING -> "send";
      case VANISHED, REMOVED -> "trash";
      case NONE, CANCELLED, SKIPPED -> "x";
    };
  }

  /** Where it is to be seen; null if nowhere. */
  public @Nullable URI link() {
    return switch (progress.status()) {
      case VANISHED, REMOVED -> null;
      default -> progress.permalink();
    };
  }

  public String word() {
    return "editorial.fate." + progress.status();
  }
}
