package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentStage;

/** How a stage is drawn everywhere: a tone, an icon, and the key of a word. */
public record StageLook(String tone, String icon, String word) {
  private static final StageLook DOUBT = new StageLook("late", "question", "calendar.stage.DOUBT");

  /** On a badge, where what is done is as green as what will be. */
  public static StageLook of(ContentStage stage, boolean inDoubt) {
    var look = inCalendar(stage, inDoubt);
    if (!look.tone.equals("done")) return look;
    return new StageLook(stage == ContentStage.CANCELLED ? "plain" : "good", look.icon, look.word);
  }

  static StageLook inCalendar(ContentStage stage, boolean inDoubt) {
    if (inDoubt) return DOUBT;
    return switch (stage) {
      case DRAFT -> look("draft", "draft", stage);
      case SUBMITTED -> look("wait", "clock", stage);
      case CHANGES_REQUESTED -> look("wait", "edit", stage);
      case APPROVED -> look("calm", "check", stage);
      case SCHEDULED -> look("good", "send", stage);
      case PUBLISHED -> look("done", "check", stage);
      case PARTLY_PUBLISHED, FAILED -> look("late", "alert", stage);
      case CANCELLED -> look("done", "x", stage);
    };
  }

  private static StageLook look(String tone, String icon, ContentStage stage) {
    return new StageLook(tone, icon, "calendar.stage." + stage.name());
  }
}
