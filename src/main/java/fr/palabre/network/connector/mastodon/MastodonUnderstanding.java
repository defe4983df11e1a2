package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonApi.JSON;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.MessageChanged;
import fr.palabre.network.Inbound.MessageDeleted;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Media;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Mention;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Notification;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Quote;
import fr.palabre.network.connector.mastodon.MastodonPayloads.SeenAgain;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a notification as the server sent it, or what we saw when looking again. */
final class MastodonUnderstanding {
  private MastodonUnderstanding() {}

  static List<Inbound> of(ConnectedAccount account, String payload) {
    try {
      var json = JSON.readTree(payload);
      return switch (json.path("type").asString("")) {
        case SeenAgain.EDITED, SeenAgain.GONE ->
            List.of(seenAgain(JSON.treeToValue(json, SeenAgain.class)));
        case "" -> throw new IllegalArgumentException("Not a notification");
        default -> of(account, JSON.treeToValue(json, Notification.class));
      };
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a notification", e);
    }
  }

  private static List<Inbound> of(ConnectedAccount account, Notification it) {
    return switch (it.type()) {
      case "mention", "quote" -> List.of(message(account, it, status(it)));
      case "favourite" -> List.of(reaction(account, it, ReactionKind.LIKE, status(it).id()));
      case "reblog" -> List.of(reaction(account, it, ReactionKind.SHARE, status(it).id()));
      case "follow" -> List.of(reaction(account, it, ReactionKind.FOLLOW, null));
      // About others, about the server, or about posts of others that we shared.
      case "status", "poll", "update", "quoted_update", "follow_request", "admin.sign_up",
          "admin.report", "severed_relationships", "moderation_warning" -> List.of();
      default -> throw new IllegalArgumentException("Unknown notification: " + it.type());
    };
  }

  private static Status status(Notification it) {
    if (it.status() == null) throw new IllegalArgumentException("A " + it.type() + " of nothing");
    return it.status();
  }

  private static Message message(ConnectedAccount account, Notification it, Status status) {
    var kind = kind(account, it, status);
    var parent = kind == Kind.QUOTE ? quoted(status.quote()) : status.inReplyToId();
    return new Message(
        status.id(), kind, Person.author(account, it.account()), StatusText.of(status), parent,
        kind == Kind.DIRECT ? circle(account, it, status) : null,
        MastodonPosts.permalink(status), media(status), status.language(), it.createdAt());
  }

  private static Kind kind(ConnectedAccount account, Notification it, Status status) {
    if ("direct".equals(status.visibility())) return Kind.DIRECT;
    if (isOurs(account, status.inReplyToAccountId())) return Kind.REPLY;
    return it.type().equals("quote") ? Kind.QUOTE : Kind.MENTION;
  }

  private static @Nullable String quoted(@Nullable Quote quote) {
    if (quote == null) return null;
    return quote.quotedStatus() == null ? quote.quotedStatusId() : quote.quotedStatus().id();
  }

  // The network has no number for a private conversation: it is known by who takes part.
  private static String circle(ConnectedAccount account, Notification it, Status status) {
    var people = new TreeSet<String>();
    people.add(Person.id(Person.handle(account, it.account().acct())));
    for (var mention : Objects.requireNonNullElse(status.mentions(), List.<Mention>of()))
      if (!isOurs(account, mention.id()))
        people.add(Person.id(Person.handle(account, mention.acct())));
    return "direct:" + String.join(",", people);
  }

  private static boolean isOurs(ConnectedAccount account, @Nullable String id) {
    return account.setting(MastodonSettings.ID).equals(id);
  }

  private static List<URI> media(Status status) {
    return Objects.requireNonNullElse(status.mediaAttachments(), List.<Media>of()).stream()
        .flatMap(it -> MastodonPayloads.address(it.url()).stream()).toList();
  }

  private static Reaction reaction(
      ConnectedAccount account, Notification it, ReactionKind kind, @Nullable String on) {
    return new Reaction(kind, Person.author(account, it.account()), on, it.createdAt());
  }

  private static Inbound seenAgain(SeenAgain it) {
    if (it.type().equals(SeenAgain.GONE)) return new MessageDeleted(it.id(), it.at());
    if (it.status() == null) throw new IllegalArgumentException("A change of nothing");
    var status = JSON.treeToValue(it.status(), Status.class);
    var at = Objects.requireNonNullElse(status.editedAt(), it.at());
    return new MessageChanged(status.id(), StatusText.of(status), at);
  }
}
