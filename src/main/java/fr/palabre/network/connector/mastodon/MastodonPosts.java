package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Reading;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our posts: made, changed, taken away. */
final class MastodonPosts {
  private final MastodonApi api;
  private final MastodonErrors errors;
  private final MastodonMedia media;

  MastodonPosts(MastodonApi api, MastodonErrors errors, MastodonMedia media) {
    this.api = api;
    this.errors = errors;
    this.media = media;
  }

  /** The server remembers the key for an hour; what may be lost is looked for all the same. */
  DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    var access = MastodonAccess.of(session);
    var refusal = new Wording(session.account(), draft, null).refusal();
    if (refusal.isPresent()) return refusal.get();
    var answered = answered(access, draft).when(MastodonErrors.NOT_FOUND, Reason.PARENT_GONE);
    return errors.prepared(answered, parent -> {
      var wording = new Wording(session.account(), draft, parent.orElse(null));
      return wording.refusal().orElseGet(() -> publish(access, wording, key));
    });
  }

  Reading<String> sendAhead(AccountSession session, PostDraft.Image image) {
    return errors.reading(media.send(MastodonAccess.of(session), image));
  }

  private DeliveryOutcome publish(MastodonAccess access, Wording wording, DeliveryKey key) {
    return errors.prepared(media.send(access, wording.draft().images()), images -> {
      var made = api.publish(access, wording.written(images), key);
      var told = wording.answered() == null
          ? made : made.when(MastodonErrors.NOT_FOUND, Reason.PARENT_GONE);
      return errors.outcome(told, MastodonPosts::delivered);
    });
  }

  /** Images are sent anew: what was attached before is replaced as a whole. */
  DeliveryOutcome edit(AccountSession session, String id, PostDraft draft) {
    var access = MastodonAccess.of(session);
    var answered = answered(access, draft);
    // What it answers may be gone by now, and the correction still be due.
    var parent = MastodonErrors.isGone(answered) ? new Ok<>(Optional.<Status>empty()) : answered;
    return errors.prepared(parent, found -> {
      var wording = new Wording(session.account(), draft, found.orElse(null));
      return wording.refusal().orElseGet(() ->
          errors.prepared(media.send(access, draft.images()), images -> errors.outcome(
              api.edit(access, id, wording.corrected(images)), MastodonPosts::delivered)));
    });
  }

  /** What is gone already was deleted; the server does not tell that from what was never ours. */
  DeliveryOutcome delete(AccountSession session, String id) {
    var deleted = api.delete(MastodonAccess.of(session), id);
    return MastodonErrors.isGone(deleted)
        ? new Delivered(id, null)
        : errors.outcome(deleted, _ -> new Delivered(id, null));
  }

  private Answer<Optional<Status>> answered(MastodonAccess access, PostDraft draft) {
    return draft.replyTo() == null
        ? new Ok<>(Optional.empty())
        : api.status(access, draft.replyTo().parentId()).map(Optional::of);
  }

  static DeliveryOutcome delivered(Status status) {
    return new Delivered(status.id(), permalink(status));
  }

  static @Nullable URI permalink(Status status) {
    return MastodonPayloads.address(status.url() == null ? status.uri() : status.url())
        .orElse(null);
  }
}
