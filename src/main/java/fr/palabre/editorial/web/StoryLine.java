package fr.palabre.editorial.web;

import fr.palabre.editorial.Decision;

/** A decision or a comment, with the name of whoever it is from; empty when by Palabre itself. */
public record StoryLine(Decision decision, String who) {
  public String tone() {
    return switch (decision.kind()) {
      case APPROVED -> "good";
      case CHANGES_REQUESTED, WITHDRAWN -> "wait";
      case SUBMITTED -> "calm";
      case RECALLED, CANCELLED, REOPENED, COMMENT -> "plain";
    };
  }

  public String icon() {
    return switch (decision.kind()) {
      case APPROVED -> "check";
      case CHANGES_REQUESTED -> "edit";
      case WITHDRAWN -> "undo";
      case SUBMITTED -> "send";
      case RECALLED -> "undo";
      case CANCELLED -> "x";
      case REOPENED -> "refresh";
      case COMMENT -> "note";
    };
  }

  public String word() {
    return "editorial.story." + decision.kind();
  }
}
