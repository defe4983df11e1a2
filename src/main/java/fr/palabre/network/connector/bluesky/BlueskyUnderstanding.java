package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.RemoteAuthor;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Notification;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.PostRecord;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Profile;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Reply;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a notification as the network sent it. */
final class BlueskyUnderstanding {
  private static final String IMAGES = "https://cdn.bsky.app/img/feed_fullsize/plain/";

  private BlueskyUnderstanding() {}

  static List<Inbound> of(ConnectedAccount account, String payload) {
    try {
      var json = JSON.readTree(payload);
      if (!json.path("reason").isString() || !json.path("record").isObject())
        throw new IllegalArgumentException("Not a notification");
      var it = JSON.treeToValue(json, Notification.class);
      return switch (it.reason()) {
        case "reply", "mention", "quote" -> List.of(message(account, it));
        case "like", "like-via-repost" -> List.of(reaction(ReactionKind.LIKE, it));
        case "repost", "repost-via-repost" -> List.of(reaction(ReactionKind.SHARE, it));
        case "follow" -> List.of(reaction(ReactionKind.FOLLOW, it));
        // About the account itself or about what it subscribed to: nobody waits for an answer.
        case "starterpack-joined", "verified", "unverified", "subscribed-post", "contact-match" ->
            List.of();
        default -> throw new IllegalArgumentException("Unknown notification: " + it.reason());
      };
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a notification", e);
    }
  }

  private static Message message(ConnectedAccount account, Notification it) {
    var post = JSON.treeToValue(it.record(), PostRecord.class);
    var kind = kind(account, it, post.reply());
    var reply = post.reply();
    return new Message(
        it.uri(), kind, author(it.author()), Objects.requireNonNullElse(post.text(), ""),
        reply != null ? reply.parent().uri() : kind == Kind.QUOTE ? it.reasonSubject() : null,
        reply != null ? reply.root().uri() : null,
        AtUri.parse(it.uri()).map(AtUri::permalink).orElse(null),
        media(account, it.author().did(), post.embed()),
        post.langs() == null || post.langs().isEmpty() ? null : post.langs().getFirst(),
        it.indexedAt());
  }

  // A reply that also mentions us is told as a mention only (AppView's code, checked 2026-11-21).
  private static Kind kind(ConnectedAccount account, Notification it, @Nullable Reply reply) {
    if (reply != null && (isOurs(account, reply.parent().uri())
        || isOurs(account, reply.root().uri()))) return Kind.REPLY;
    return switch (it.reason()) {
      case "reply" -> Kind.REPLY;
      case "quote" -> Kind.QUOTE;
      default -> Kind.MENTION;
    };
  }

  private static boolean isOurs(ConnectedAccount account, String uri) {
    return uri.startsWith("at://" + account.remoteId() + "/");
  }

  private static Reaction reaction(ReactionKind kind, Notification it) {
    var subject = kind == ReactionKind.FOLLOW
        ? null : JSON.treeToValue(it.record(), Subject.class).subject();
    return new Reaction(kind, author(it.author()),
        subject == null ? it.reasonSubject() : subject.uri(), it.indexedAt());
  }

  static RemoteAuthor author(Profile profile) {
    var name = profile.displayName();
    return new RemoteAuthor(profile.did(), profile.handle(),
        name == null || name.isBlank() ? profile.handle() : name, profile.avatar());
  }

  // The record names its images by content; the AppView serves them under such addresses.
  private static List<URI> media(
      ConnectedAccount account, String author, @Nullable JsonNode embed) {
    if (embed == null) return List.of();
    var appview = account.settings().get(BlueskySettings.APPVIEW);
    var base = appview == null ? IMAGES : appview + "/img/feed_fullsize/plain/";
    var found = new ArrayList<URI>();
    var images = embed.has("images") ? embed : embed.path("media");
    for (var image : images.path("images"))
      found.add(URI.create(base + author + "/" + image.at("/image/ref/$link").asString()));
    return found;
  }
}
