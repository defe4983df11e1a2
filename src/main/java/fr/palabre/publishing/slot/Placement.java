package fr.palabre.publishing.slot;

import fr.palabre.publishing.WallClock;

/** What became of a wish to have the next slot. */
public sealed interface Placement {
  record Placed(SlotQueue queue, WallClock when) implements Placement {}

  /** The queue is paused: it stands at its end, without a date. */
  record Held(SlotQueue queue) implements Placement {}

  record Refused(Reason reason) implements Placement {}

  enum Reason {
    /** No queue, or this one does not serve all of the content's accounts. */
    QUEUE_OTHER_ACCOUNTS,
    /** The content goes out nowhere yet. */
    QUEUE_NO_ACCOUNT,
    QUEUE_WITHOUT_SLOT,
    /** All its slots of the coming year are taken. */
    QUEUE_FULL,
    /** It left, was cancelled or deleted. */
    QUEUE_CLOSED,
    /** It is validated, and this person may not decide when things go out. */
    NOT_ALLOWED
  }
}
