package fr.palabre.inbox;

import java.util.List;
import java.util.UUID;

/** What became of a wish to answer. Whatever it is, nothing written is lost. */
public sealed interface ReplyOutcome {

  /** Handed to the engine that sends it. */
  record Accepted(UUID message) implements ReplyOutcome {}

  /** Something happened that its writer had not seen; newest first. */
  record Overtaken(List<Happening> since) implements ReplyOutcome {}

  /** It cannot be sent as it is. */
  record Impossible(Why why) implements ReplyOutcome {}

  /** Why an answer cannot be sent. */
  enum Why {
    EMPTY,
    TOO_LONG,
    /** The message to answer was taken back by its author. */
    NOTHING_TO_ANSWER,
    /** The account was disconnected or removed, or its network takes no answers. */
    NO_WAY
  }
}
