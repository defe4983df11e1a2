package fr.palabre.network.connector.bluesky;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Like;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Posts;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Ref;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Stored;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Viewer;
import fr.palabre.network.wire.Answer.Ok;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Likes of others' posts. A like is a record of ours, under one key per liked post. */
final class BlueskyLikes {
  private final BlueskyApi api;
  private final BlueskyErrors errors;
  private final Clock clock;

  BlueskyLikes(BlueskyApi api, BlueskyErrors errors, Clock clock) {
    this.api = api;
    this.errors = errors;
    this.clock = clock;
  }

  DeliveryOutcome like(AccountSession session, String remoteId) {
    var access = BlueskyAccess.of(session);
    var liked = AtUri.parse(remoteId);
    if (liked.isEmpty()) return notAPost();
    if (api.getRecord(access, uri(access, remoteId)) instanceof Ok<Stored>)
      return new Delivered(remoteId, null);
    return errors.prepared(api.getRecord(access, liked.get()), post -> {
      var like = new Like(AtUri.LIKE, new Ref(post.uri(), post.cid()),
          clock.instant().truncatedTo(ChronoUnit.MILLIS));
      return errors.outcome(api.createRecord(access, uri(access, remoteId), like),
          _ -> new Delivered(remoteId, null));
    });
  }

  /** Takes away our like, and one given in another application if the network shows it. */
  DeliveryOutcome unlike(AccountSession session, String remoteId) {
    var access = BlueskyAccess.of(session);
    if (AtUri.parse(remoteId).isEmpty()) return notAPost();
    return errors.outcome(
        api.postsAsSeenByUs(access, List.of(remoteId))
            .map(BlueskyLikes::likeSeen)
            .then(seen -> api.deleteRecord(access, seen.orElse(uri(access, remoteId))))
            .then(_ -> api.deleteRecord(access, uri(access, remoteId))),
        _ -> new Delivered(remoteId, null));
  }

  private static Optional<AtUri> likeSeen(Posts posts) {
    return posts.posts().stream()
        .map(BlueskyPayloads.PostView::viewer).filter(Objects::nonNull)
        .map(Viewer::like).filter(Objects::nonNull)
        .flatMap(it -> AtUri.parse(it).stream())
        .findFirst();
  }

  private static DeliveryOutcome notAPost() {
    return new Rejected(Reason.NOT_FOUND, "NotAPost", "This is not a post");
  }

  private static AtUri uri(BlueskyAccess access, String subject) {
    return new AtUri(access.did(), AtUri.LIKE, RecordKey.ofLike(subject));
  }
}
