package fr.palabre.publishing.web;

import fr.palabre.editorial.ContentStage;
import fr.palabre.platform.web.Page;

/** A content's stage as a word, a shape and a tone. */
public record StageMark(String tone, String icon, String word) {

  public static StageMark of(ContentStage stage, Page page) {
    return new StageMark(tone(stage), icon(stage), page.t("calendar.stage." + stage));
  }

  private static String tone(ContentStage stage) {
    return switch (stage) {
      case DRAFT -> "draft";
      case SUBMITTED, CHANGES_REQUESTED -> "wait";
      case APPROVED -> "calm";
      case SCHEDULED, PUBLISHED -> "good";
      case PARTLY_PUBLISHED, FAILED -> "late";
      case CANCELLED -> "plain";
    };
  }

  private static String icon(ContentStage stage) {
    return switch (stage) {
      case DRAFT -> "draft";
      case SUBMITTED -> "clock";
      case CHANGES_REQUESTED -> "edit";
      case APPROVED, PUBLISHED -> "check";
      case SCHEDULED -> "send";
      case PARTLY_PUBLISHED, FAILED -> "alert";
      case CANCELLED -> "x";
    };
  }
}
