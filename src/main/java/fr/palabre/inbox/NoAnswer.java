package fr.palabre.inbox;

/** Why a message was left without an answer. The names are stored: never rename one. */
public enum NoAnswer {
  /** A thank-you, a smile: nothing to add. */
  NOTHING_TO_ADD,
  /** Answered by another way: on the phone, in private, under another message. */
  ANSWERED_ELSEWHERE,
  SPAM,
  /** Closed without a reason given. */
  CLOSED,
  /** Its author took it back. */
  TAKEN_BACK,
  /** Came in with the account's past, long after it was written. */
  OLD;

  /** Those a person chooses from. */
  public static final java.util.List<NoAnswer> CHOICES =
      java.util.List.of(NOTHING_TO_ADD, ANSWERED_ELSEWHERE, SPAM);
}
