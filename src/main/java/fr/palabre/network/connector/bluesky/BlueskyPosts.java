package fr.palabre.network.connector.bluesky;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Reading;
import fr.palabre.network.Settlement;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.*;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our posts: made under keys of our own, found again by them, taken away. */
final class BlueskyPosts {
  private final BlueskyApi api;
  private final BlueskyErrors errors;
  private final Clock clock;

  BlueskyPosts(BlueskyApi api, BlueskyErrors errors, Clock clock) {
    this.api = api;
    this.errors = errors;
    this.clock = clock;
  }

  DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    var access = BlueskyAccess.of(session);
    var refusal = refusal(draft);
    if (refusal.isPresent()) return refusal.get();
    var uri = uri(access, key);
    // Images are not sent again for a repeat of an act that arrived.
    if (!draft.images().isEmpty() && isThere(access, uri)) return delivered(uri.toString());
    return errors.prepared(post(access, draft), post -> create(access, uri, post));
  }

  // A repeat of an act that arrived is refused under the same key, with a 500 that says nothing more
  // (recorded): then it is looked for.
  private DeliveryOutcome create(BlueskyAccess access, AtUri uri, Post post) {
    var made = api.createRecord(access, uri, post);
    return made instanceof Refused<Ref> refused && BlueskyErrors.isFault(refused)
            && isThere(access, uri)
        ? delivered(uri.toString())
        : errors.outcome(made, it -> delivered(it.uri()));
  }

  private boolean isThere(BlueskyAccess access, AtUri uri) {
    return api.getRecord(access, uri) instanceof Ok<Stored>;
  }

  Reading<String> sendAhead(AccountSession session, PostDraft.Image image) {
    return errors.reading(upload(BlueskyAccess.of(session), image).map(JsonNode::toString));
  }

  Settlement settle(AccountSession session, DeliveryKey key, Instant submittedAt) {
    var access = BlueskyAccess.of(session);
    var askedAt = clock.instant();
    return switch (api.getRecord(access, uri(access, key))) {
      case Ok<Stored>(Stored stored) -> new Settlement.Found(stored.uri(), permalink(stored.uri()));
      case Refused<Stored> refused when BlueskyErrors.isGone(refused) ->
          errors.absent(submittedAt, askedAt);
      case Refused<Stored> refused -> new Settlement.CannotTell(refused.code());
      case Answer.NotSent<Stored>(String cause) -> new Settlement.CannotTell(cause);
      case Answer.Unknown<Stored>(String cause) -> new Settlement.CannotTell(cause);
    };
  }

  DeliveryOutcome delete(AccountSession session, String remoteId) {
    var access = BlueskyAccess.of(session);
    var uri = AtUri.parse(remoteId).filter(it -> it.repo().equals(access.did()));
    if (uri.isEmpty())
      return new Rejected(Reason.FORBIDDEN, "NotOurs", "Only one's own posts can be deleted");
    return errors.outcome(
        api.deleteRecord(access, uri.get()), _ -> new Delivered(remoteId, null));
  }

  // ---- what the network would refuse

  private static Optional<DeliveryOutcome> refusal(PostDraft draft) {
    var limits = BlueskySettings.LIMITS;
    var images = draft.images();
    if (draft.text().isBlank() && images.isEmpty() && draft.link() == null)
      return refused(Reason.TEXT_EMPTY, "nothing to say");
    if (!limits.accepts(draft.text()))
      return refused(Reason.TEXT_TOO_LONG, limits.length(draft.text()) + " graphemes");
    if (images.size() > limits.images().maxCount())
      return refused(Reason.MEDIA_REFUSED, images.size() + " images");
    return images.stream().filter(it -> it.bytes() > limits.images().maxBytes()).findFirst()
        .flatMap(it -> refused(Reason.MEDIA_TOO_LARGE, it.bytes() + " bytes"));
  }

  private static Optional<DeliveryOutcome> refused(Reason reason, String detail) {
    return Optional.of(new Rejected(reason, "Limits", detail));
  }

  // ---- what is sent

  private Answer<Post> post(BlueskyAccess access, PostDraft draft) {
    return reply(access, draft.replyTo()).then(reply ->
        BlueskyFacets.of(draft.text(), handle -> api.resolveHandle(access, handle)).then(facets ->
            embed(access, draft).map(embed -> new Post(
                AtUri.POST, draft.text(), clock.instant().truncatedTo(ChronoUnit.MILLIS),
                draft.language() == null ? null : List.of(draft.language()),
                facets.isEmpty() ? null : facets,
                reply.orElse(null), embed.orElse(null)))));
  }

  // The thread's first message is read from the parent, which names it with its version.
  private Answer<Optional<Reply>> reply(BlueskyAccess access, PostDraft.@Nullable ReplyTo to) {
    if (to == null) return new Ok<>(Optional.empty());
    var uri = AtUri.parse(to.parentId());
    if (uri.isEmpty()) return gone("not a post");
    var parent = api.getRecord(access, uri.get());
    if (parent instanceof Refused<Stored> refused && BlueskyErrors.isGone(refused))
      return gone(refused.words());
    return parent.map(BlueskyPosts::reply);
  }

  private static Optional<Reply> reply(Stored stored) {
    var parent = new Ref(stored.uri(), stored.cid());
    var thread = stored.value().reply();
    return Optional.of(new Reply(thread == null ? parent : thread.root(), parent));
  }

  private static <T> Answer<T> gone(String message) {
    return new Refused<>(400, BlueskyErrors.PARENT_GONE, message, null);
  }

  private Answer<Optional<Embed>> embed(BlueskyAccess access, PostDraft draft) {
    if (draft.images().isEmpty())
      return new Ok<>(Optional.ofNullable(draft.link()).map(BlueskyPosts::card));
    Answer<List<Image>> sent = new Ok<>(List.of());
    for (var image : draft.images())
      sent = sent.then(before -> image(access, image).map(one -> with(before, one)));
    return sent.map(images -> Optional.of(new Embed("app.bsky.embed.images", images, null)));
  }

  private Answer<Image> image(BlueskyAccess access, PostDraft.Image image) {
    var sent = image.sent();
    var blob = sent == null ? upload(access, image) : new Ok<>(BlueskyApi.JSON.readTree(sent));
    return blob.map(it -> new Image(
        it, image.altText(), new AspectRatio(image.width(), image.height())));
  }

  private Answer<JsonNode> upload(BlueskyAccess access, PostDraft.Image image) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(image.file());
    } catch (IOException e) {
      return new Answer.NotSent<>("image file unreadable");
    }
    return api.uploadBlob(access, image.mimeType(), bytes).map(Uploaded::blob);
  }

  private static Embed card(PostDraft.LinkCard link) {
    return new Embed("app.bsky.embed.external", null,
        new External(link.address().toString(), link.title(), link.description()));
  }

  private static <T> List<T> with(List<T> list, T more) {
    var all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  private static AtUri uri(BlueskyAccess access, DeliveryKey key) {
    return new AtUri(access.did(), AtUri.POST, RecordKey.of(key));
  }

  private static Delivered delivered(String uri) {
    return new Delivered(uri, permalink(uri));
  }

  private static @Nullable URI permalink(String uri) {
    return AtUri.parse(uri).map(AtUri::permalink).orElse(null);
  }
}
