package fr.palabre.inbox.web;

import fr.palabre.platform.web.Page;

/** How many conversations stand in the views one watches; each is counted up to a thousand. */
public record Counts(int toAnswer, int mine, int waiting) {
  static final int MOST = 1000;

  public int of(InboxView view) {
    return switch (view) {
      case TO_ANSWER -> toAnswer;
      case MINE -> mine;
      case WAITING -> waiting;
      case CLOSED, ALL -> 0;
    };
  }

  public String said(Page page, InboxView view) {
    return of(view) < MOST ? page.number(of(view)) : page.number(MOST - 1) + "+";
  }
}
