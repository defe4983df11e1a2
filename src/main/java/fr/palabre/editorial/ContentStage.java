package fr.palabre.editorial;

/** Where a content stands. The names are stored. */
public enum ContentStage {
  /** Being written; also what was validated and changed since. */
  DRAFT,
  /** Waits for somebody's validation. */
  SUBMITTED,
  CHANGES_REQUESTED,
  /** Validated, without a date. */
  APPROVED,
  /** Validated, goes out at its minute. */
  SCHEDULED,
  PUBLISHED,
  /** Out on some of its accounts; the others refused it. */
  PARTLY_PUBLISHED,
  FAILED,
  CANCELLED;

  /** Whether its words may still change. */
  public boolean isOpen() {
    return switch (this) {
      case DRAFT, SUBMITTED, CHANGES_REQUESTED, APPROVED, SCHEDULED -> true;
      case PUBLISHED, PARTLY_PUBLISHED, FAILED, CANCELLED -> false;
    };
  }

  public boolean isValidated() {
    return this == APPROVED || this == SCHEDULED;
  }

  /** Whether at least one network has it. */
  public boolean isOut() {
    return this == PUBLISHED || this == PARTLY_PUBLISHED;
  }
}
