package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Settlement;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.*;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Private messages, for accounts whose app password and network allow them. */
final class BlueskyChat {
  static final String CREATED = "chat.bsky.convo.defs#logCreateMessage";
  static final String DELETED = "chat.bsky.convo.defs#logDeleteMessage";
  // Lexicon chat.bsky.convo.defs#messageInput, checked 2026-11-21.
  private static final int LONGEST = 1_000;
  private static final Duration CLOCKS_APART = Duration.ofSeconds(30);
  private static final String HEART = "❤️";
  private static final Logger LOG = LoggerFactory.getLogger(BlueskyChat.class);
  private final BlueskyApi api;
  private final BlueskyErrors errors;
  private final Clock clock;

  BlueskyChat(BlueskyApi api, BlueskyErrors errors, Clock clock) {
    this.api = api;
    this.errors = errors;
    this.clock = clock;
  }

  /** New messages, and where the log was left. */
  record Page(List<RawEvent> events, @Nullable String log) {}

  /** What was written since; the first time, what is unread. A failure waits for the next look. */
  Page read(AccountSession session, @Nullable String log) {
    if (!BlueskySettings.hasMessages(session.account())) return new Page(List.of(), log);
    var access = BlueskyAccess.of(session);
    var page = log == null
        ? api.conversations(access, 50).map(BlueskyChat::unread)
        : api.chatLog(access, log).map(logs -> since(logs, log));
    if (page instanceof Ok<Page>(Page read)) return read;
    LOG.info("Private messages of account {} not read: {}", session.account().id(),
        page instanceof Refused<Page> refused ? refused.code() : "no answer");
    return new Page(List.of(), log);
  }

  /** Sends a message; only its conversation can tell afterwards, for it has no key of ours. */
  DeliveryOutcome send(AccountSession session, PostDraft draft, ReplyTo to) {
    var access = BlueskyAccess.of(session);
    var length = BlueskySettings.LIMITS.length(draft.text());
    if (draft.text().isBlank()) return rejected(Reason.TEXT_EMPTY, "nothing to say");
    if (length > LONGEST) return rejected(Reason.TEXT_TOO_LONG, length + " graphemes");
    if (!draft.images().isEmpty()) return rejected(Reason.MEDIA_REFUSED, "images");
    var facets = BlueskyFacets.of(draft.text(), handle -> api.resolveHandle(access, handle));
    return errors.prepared(facets, found -> {
      var text = new ChatText(draft.text(), found.isEmpty() ? null : found);
      return errors.outcome(
          api.sendMessage(access, new ChatSend(to.rootId(), text)),
          sent -> new Delivered(new ChatId(to.rootId(), sent.id()).toString(), null));
    });
  }

  Settlement settle(AccountSession session, PostDraft draft, ReplyTo to, Instant submittedAt) {
    var access = BlueskyAccess.of(session);
    var askedAt = clock.instant();
    return switch (api.chatMessages(access, to.rootId())) {
      case Ok<ChatMessages>(var found) -> found.messages().stream()
          .filter(it -> it.sender() != null && it.sender().did().equals(access.did()))
          .filter(it -> draft.text().equals(it.text()))
          .filter(it -> !it.sentAt().isBefore(submittedAt.minus(CLOCKS_APART)))
          .findFirst()
          .<Settlement>map(it -> new Settlement.Found(
              new ChatId(to.rootId(), it.id()).toString(), null))
          .orElseGet(() -> errors.absent(submittedAt, askedAt));
      case Refused<ChatMessages> refused -> new Settlement.CannotTell(refused.code());
      case Answer<ChatMessages> _ -> new Settlement.CannotTell("no answer");
    };
  }

  /** A heart under a message; the network keeps one, however often it is given (its lexicon). */
  DeliveryOutcome react(AccountSession session, ChatId id, boolean add) {
    var reaction = new ChatReaction(id.conversation(), id.message(), HEART);
    return errors.outcome(api.react(BlueskyAccess.of(session), add, reaction),
        _ -> new Delivered(id.toString(), null));
  }

  private static Page unread(Conversations found) {
    var conversations = found.convos().stream();
    var latest = found.convos().stream().map(it -> it.path("rev").asString())
        .max(Comparator.naturalOrder());
    var events = conversations
        .filter(it -> it.path("unreadCount").asInt() > 0 && it.at("/lastMessage/text").isString())
        .map(it -> event(it, it.path("id"), it.path("lastMessage"), ""))
        .toList();
    return new Page(events, latest.orElse(null));
  }

  private static Page since(ChatLogs logs, String before) {
    var latest = Stream.concat(Stream.of(before),
            logs.logs().stream().map(it -> it.path("rev").asString("")))
        .max(Comparator.naturalOrder());
    var events = logs.logs().stream().map(BlueskyChat::event).filter(Objects::nonNull).toList();
    return new Page(events, latest.orElse(before));
  }

  private static @Nullable RawEvent event(JsonNode log) {
    return switch (log.path("$type").asString("")) {
      case CREATED -> event(log, log.path("convoId"), log.path("message"), "");
      case DELETED -> event(log, log.path("convoId"), log.path("message"), "deleted");
      default -> null;
    };
  }

  private static RawEvent event(
      JsonNode payload, JsonNode conversation, JsonNode message, String revision) {
    var id = new ChatId(conversation.asString(), message.path("id").asString());
    return new RawEvent(id.toString(), revision, JSON.writeValueAsString(payload));
  }

  private static DeliveryOutcome rejected(Reason reason, String detail) {
    return new Rejected(reason, "Limits", detail);
  }
}
