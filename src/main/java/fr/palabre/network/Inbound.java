package fr.palabre.network;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened on a network, understood. */
public sealed interface Inbound {
  Instant at();

  /**
   * Someone wrote.
   *
   * @param parentId remote id of what it answers; null if nothing
   * @param rootId remote id of the first message of its thread, or of the private conversation
   * @param media addresses of attached media on the network
   */
  record Message(
      String remoteId,
      Kind kind,
      RemoteAuthor author,
      String text,
      @Nullable String parentId,
      @Nullable String rootId,
      @Nullable URI permalink,
      List<URI> media,
      @Nullable String language,
      Instant at)
      implements Inbound {}

  /** Someone changed what they wrote. */
  record MessageChanged(String remoteId, String text, Instant at) implements Inbound {}

  /** Someone took back what they wrote. */
  record MessageDeleted(String remoteId, Instant at) implements Inbound {}

  /**
   * Someone liked, shared or followed.
   *
   * @param onId remote id of the post it concerns; null for a follow
   */
  record Reaction(ReactionKind kind, RemoteAuthor author, @Nullable String onId, Instant at)
      implements Inbound {}

  enum Kind { REPLY, MENTION, QUOTE, DIRECT }

  enum ReactionKind { LIKE, SHARE, FOLLOW }
}
