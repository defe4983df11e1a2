package fr.palabre.network.connector.mastodon;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire, as far as we use it. Names are the network's, in our spelling. */
final class MastodonPayloads {
  private MastodonPayloads() {}

  /** An address as a server wrote it; none where it is not one. */
  static Optional<URI> address(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(URI::create);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // ---- the server and how it lets one in

  record Metadata(
      @Nullable List<String> scopesSupported,
      @Nullable List<String> codeChallengeMethodsSupported) {}

  record Application(String clientId, String clientSecret) {}

  record Token(String accessToken, @Nullable String scope, @Nullable Long expiresIn) {}

  /** Of version 2; version 1 has the same configuration and calls its domain {@code uri}. */
  record Instance(
      @Nullable String domain, @Nullable String uri, @Nullable Configuration configuration) {}

  record Configuration(
      @Nullable StatusRules statuses, @Nullable MediaRules mediaAttachments) {}

  record StatusRules(
      @Nullable Integer maxCharacters,
      @Nullable Integer maxMediaAttachments,
      @Nullable Integer charactersReservedPerUrl) {}

  record MediaRules(
      @Nullable List<String> supportedMimeTypes,
      @Nullable Long imageSizeLimit,
      @Nullable Long imageMatrixLimit,
      @Nullable Integer descriptionLimit) {}

  // ---- people

  record Account(
      String id,
      String username,
      String acct,
      @Nullable String displayName,
      @Nullable String avatarStatic,
      @Nullable Long followersCount,
      @Nullable Long followingCount,
      @Nullable Long statusesCount) {}

  record Mention(String id, String acct) {}

  // ---- statuses

  record Status(
      String id,
      Instant createdAt,
      @Nullable Instant editedAt,
      @Nullable String inReplyToId,
      @Nullable String inReplyToAccountId,
      @Nullable String spoilerText,
      @Nullable String visibility,
      @Nullable String language,
      @Nullable String uri,
      @Nullable String url,
      @Nullable String content,
      @Nullable Account account,
      @Nullable List<Media> mediaAttachments,
      @Nullable List<Mention> mentions,
      @Nullable Quote quote,
      @Nullable Long repliesCount,
      @Nullable Long reblogsCount,
      @Nullable Long favouritesCount,
      @Nullable Long quotesCount) {
    Status {
      Objects.requireNonNull(id);
      Objects.requireNonNull(createdAt);
    }
  }

  /** What a status quotes: whole, or by its id where quotes are nested. */
  record Quote(@Nullable Quoted quotedStatus, @Nullable String quotedStatusId) {}

  record Quoted(String id) {}

  record Context(@Nullable List<Status> descendants) {}

  /** @param url null as long as the server is still working on it */
  record Media(String id, @Nullable String url, @Nullable String description) {}

  /** What is left out stays as it is, or takes the account's own choice. */
  record Writing(
      String status,
      @Nullable List<String> mediaIds,
      @Nullable String inReplyToId,
      @Nullable String spoilerText,
      @Nullable String visibility,
      @Nullable String language) {}

  // ---- what happened

  record Notification(
      String id, String type, Instant createdAt, Account account, @Nullable Status status) {
    Notification {
      Objects.requireNonNull(createdAt);
      Objects.requireNonNull(account);
    }
  }

  /** What we saw ourselves when looking again at a message; no network sends it. */
  record SeenAgain(String type, @Nullable JsonNode status, String id, Instant at) {
    static final String EDITED = "palabre.edited";
    static final String GONE = "palabre.gone";
  }
}
