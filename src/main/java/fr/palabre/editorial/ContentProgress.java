package fr.palabre.editorial;

import fr.palabre.editorial.AdaptationProgress.Status;
import fr.palabre.editorial.AdaptationStore.Owned;
import fr.palabre.editorial.text.Links;
import fr.palabre.identity.WorkspaceId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Follows a content on its networks, and says when it is out. */
@Component
class ContentProgress {
  private final ContentStore contents;
  private final AdaptationStore adaptations;
  private final ApplicationEventPublisher events;

  ContentProgress(ContentStore contents, AdaptationStore adaptations,
      ApplicationEventPublisher events) {
    this.contents = contents;
    this.adaptations = adaptations;
    this.events = events;
  }

  void progressed(WorkspaceId workspace, AdaptationId id, AdaptationProgress now) {
    var owned = adaptations.owned(workspace, id).orElse(null);
    if (owned == null) return;
    var content = contents.lock(workspace, owned.content()).orElseThrow();
    adaptations.write(workspace, id, now);
    var statuses = adaptations.statuses(workspace, owned.content());
    contents.progressed(workspace, content.id(), stage(content.stage(), statuses),
        statuses.contains(Status.IN_DOUBT));
    // Seen online by a person only, it has no id to be followed by.
    if (now.status() == Status.PUBLISHED && !owned.status().wentOut()
        && now.remoteId() != null)
      events.publishEvent(published(content, id, owned, now));
  }

  // What is not with publishing (a draft, a cancelled content) does not move with it.
  static ContentStage stage(ContentStage before, List<Status> statuses) {
    if (!before.isValidated() && !before.isOut() && before != ContentStage.FAILED) return before;
    if (statuses.stream().allMatch(Status::wentOut)) return ContentStage.PUBLISHED;
    if (statuses.stream().anyMatch(s -> s == Status.WAITING || s == Status.SENDING
        || s == Status.IN_DOUBT))
      return ContentStage.SCHEDULED;
    if (statuses.stream().anyMatch(Status::wentOut)) return ContentStage.PARTLY_PUBLISHED;
    return statuses.contains(Status.REFUSED) || statuses.contains(Status.SKIPPED)
        ? ContentStage.FAILED : before;
  }

  private static ContentPublished published(Content content, AdaptationId id, Owned owned,
      AdaptationProgress now) {
    var body = content.body();
    var said = body.on(owned.account()).orElseThrow();
    var text = body.textOf(said);
    return new ContentPublished(content.workspace(), content.id(), id, owned.account(),
        owned.network(), Objects.requireNonNull(now.remoteId(), "Out without a remote id"),
        now.permalink(), now.at(), Excerpt.cut(text), body.imagesOf(said).size(),
        Links.first(text).isPresent());
  }
}
