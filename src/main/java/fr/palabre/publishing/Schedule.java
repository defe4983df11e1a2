package fr.palabre.publishing;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryProgressed;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.ContentApproved;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentMoved;
import fr.palabre.editorial.ContentWithdrawn;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.ReadyAdaptation;
import fr.palabre.editorial.ReadyContent;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.PostDraft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts validated contents on the schedule, takes them off it, and follows them out. */
@Component
class Schedule {
  private static final int EXCERPT = 140;
  private final PostStore posts;
  private final Deliveries deliveries;
  private final Contents contents;
  private final LatePolicy late;
  private final LateStore chosen;
  private final Removal removal;
  private final Clock clock;

  Schedule(PostStore posts, Deliveries deliveries, Contents contents, LatePolicy late,
      LateStore chosen, Removal removal, Clock clock) {
    this.posts = posts;
    this.deliveries = deliveries;
    this.contents = contents;
    this.late = late;
    this.chosen = chosen;
    this.removal = removal;
    this.clock = clock;
  }

  /** Only what was validated is ever handed in: this is the one door. */
  @EventListener
  void on(ContentApproved approved) {
    var workspace = approved.workspace();
    var ready = contents.ready(workspace, approved.content());
    if (!ready.hash().equals(approved.hash()))
      throw new IllegalStateException("Content " + ready.id() + " is not what was validated");
    posts.of(workspace, ready.id()).forEach(this::withdraw);
    var taken = posts.of(workspace, ready.id()).stream().map(ScheduledPost::adaptation).toList();
    for (var adaptation : ready.adaptations())
      if (!taken.contains(adaptation.id())) plan(workspace, ready, adaptation, approved.by());
  }

  @EventListener
  void on(ContentWithdrawn withdrawn) {
    posts.of(withdrawn.workspace(), withdrawn.content()).forEach(this::withdraw);
  }

  @EventListener
  void on(ContentMoved moved) {
    var when = WallClock.of(moved.plannedLocal(), moved.zone());
    posts.of(moved.workspace(), moved.content()).forEach(p -> move(p, when));
  }

  @EventListener
  void on(DeliveryProgressed told) {
    var id = new PostId(told.subject().id());
    if (told.subject().equals(id.parts())) follow(told.workspace(), id, told.at());
    else if (PostId.isAbout(told.subject())) removal.follow(told.workspace(), id);
  }

  /** @return whether all of it could be moved: nothing of it had begun */
  boolean move(ScheduledPost post, WallClock when) {
    var latest = post.late().latest(when.instant());
    var all = true;
    for (var part : waiting(post))
      all &= deliveries.reschedule(post.workspace(), part.id(), when.instant(), latest);
    posts.move(post, when);
    return all;
  }

  /** @return whether all of it was taken back: nothing of it had begun */
  boolean withdraw(ScheduledPost post) {
    var stopped = true;
    for (var part : waiting(post)) {
      var now = deliveries.delivery(post.workspace(), part.id());
      if (!now.state().isFinal()) stopped &= deliveries.cancel(post.workspace(), part.id());
    }
    return stopped;
  }

  /** What of it is not over. */
  List<Delivery> waiting(ScheduledPost post) {
    return deliveries.of(post.workspace(), post.id().messages()).stream()
        .filter(d -> !d.state().isFinal())
        .toList();
  }

  private void plan(WorkspaceId workspace, ReadyContent ready, ReadyAdaptation adaptation,
      @Nullable UserId by) {
    var when = WallClock.of(ready.plannedLocal(), ready.zone());
    var text = adaptation.parts().getFirst().text();
    var post = new ScheduledPost(PostId.next(), workspace, ready.id(), adaptation.id(),
        adaptation.account(), ready.hash(), ready.title(), excerpt(text),
        adaptation.parts().size(), when, late(workspace, ready.id()), PostState.WAITING, null, null,
        null);
    posts.insert(post, clock.instant());
    var parts = thread(post, adaptation, by);
    if (adaptation.firstReply() != null)
      submit(post, post.id().firstReply(), adaptation.firstReply(), parts, by);
    contents.progressed(workspace, adaptation.id(), new AdaptationProgress(
        AdaptationProgress.Status.WAITING, null, null, "", clock.instant()));
  }

  /** Hands in the parts, each after the one before. Returns the first. */
  private DeliveryId thread(ScheduledPost post, ReadyAdaptation adaptation, @Nullable UserId by) {
    @Nullable DeliveryId first = null;
    @Nullable DeliveryId before = null;
    for (var part : adaptation.parts()) {
      before = submit(post, post.id().parts(), part, before, by);
      if (first == null) first = before;
    }
    if (first == null)
      throw new IllegalStateException("Adaptation " + adaptation.id() + " says nothing");
    return first;
  }

  private DeliveryId submit(ScheduledPost post, DeliverySubject subject, PostDraft draft,
      @Nullable DeliveryId after, @Nullable UserId by) {
    return deliveries.submit(new NewDelivery(post.workspace(), post.account(),
        new Act.Publish(draft), subject, post.due(), post.late().latest(post.due()),
        post.late().skips(), after, by));
  }

  private LateRule late(WorkspaceId workspace, ContentId content) {
    return chosen.choice(workspace, content).over(late.of(workspace));
  }

  // Telling the content first takes it: what is read after that, nobody else is writing.
  private void follow(WorkspaceId workspace, PostId id, Instant at) {
    var post = posts.find(workspace, id).orElse(null);
    if (post == null || post.state() == PostState.REMOVED) return;
    var seen = tell(post, at);
    var now = Progress.of(deliveries.of(workspace, id.parts()));
    if (!now.equals(seen)) tell(post, at);
    posts.progress(post, now, at).ifPresent(by -> removal.goOn(post, by));
  }

  private Progress tell(ScheduledPost post, Instant at) {
    var now = Progress.of(deliveries.of(post.workspace(), post.id().parts()));
    contents.progressed(post.workspace(), post.adaptation(), new AdaptationProgress(
        now.status(), now.remoteId(), now.permalink(), now.note(), at));
    return now;
  }

  static String excerpt(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= EXCERPT ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
  }
}
