package fr.palabre.publishing;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes posts from their networks, with their first reply. What did not go out never will; what
 * was on its way when somebody asked is deleted once it has arrived.
 */
@Component
@Transactional
class Removal {
  private static final Set<DeliveryState> GIVEN_UP =
      EnumSet.of(DeliveryState.REFUSED, DeliveryState.CANCELLED);
  private static final Set<DeliveryState> NOT_OUT =
      EnumSet.of(DeliveryState.WAITING, DeliveryState.REFUSED);
  private final PostStore posts;
  private final Deliveries deliveries;
  private final Contents contents;
  private final Clock clock;

  Removal(PostStore posts, Deliveries deliveries, Contents contents, Clock clock) {
    this.posts = posts;
    this.deliveries = deliveries;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Deletes all its messages, the last first; once more what its network refused to delete.
   *
   * @return false if nothing of it is out
   */
  boolean ask(ScheduledPost post, UserId by) {
    // What arrives meanwhile is told after this.
    contents.hold(post.workspace(), post.content());
    var before = all(post);
    if (SentWords.of(before).isEmpty()) return false;
    posts.askRemoval(post, by);
    takeBack(post, before.stream().filter(d -> d.state() == DeliveryState.REFUSED));
    delete(post, by, d -> !GIVEN_UP.contains(d.state()));
    goOn(post, by);
    return true;
  }

  /** Something around it moved on: its first reply, a correction, its deletion. */
  void follow(WorkspaceId workspace, PostId id) {
    var post = posts.find(workspace, id).orElse(null);
    if (post == null) return;
    contents.hold(workspace, post.content());
    posts.removalAskedBy(workspace, id).ifPresent(by -> goOn(post, by));
  }

  /** Looks anew at one that somebody deletes, whose content is held. */
  void goOn(ScheduledPost post, UserId by) {
    takeBack(post, all(post).stream()
        .filter(d -> !isDeletion(d) && NOT_OUT.contains(d.state())));
    // A deletion that somebody gave up stays so.
    delete(post, by, _ -> true);
    if (isGone(all(post)) && posts.removed(post.workspace(), post.id()))
      contents.progressed(post.workspace(), post.adaptation(), new AdaptationProgress(
          AdaptationProgress.Status.REMOVED, null, null, "", clock.instant()));
  }

  private List<Delivery> all(ScheduledPost post) {
    return deliveries.of(post.workspace(), post.id().subjects().toList());
  }

  // Each is told at once, and may bring us back to goOn before this returns.
  private void takeBack(ScheduledPost post, Stream<Delivery> some) {
    some.forEach(d -> deliveries.cancel(post.workspace(), d.id()));
  }

  private void delete(ScheduledPost post, UserId by, Predicate<Delivery> standsForIt) {
    var all = all(post);
    for (var message : SentWords.of(all).reversed())
      if (deletions(all, message.remoteId()).noneMatch(standsForIt))
        deliveries.submit(new NewDelivery(post.workspace(), post.account(),
            new Act.Delete(message.remoteId()), post.id().removal(), clock.instant(), null, by));
  }

  private static boolean isGone(List<Delivery> all) {
    return all.stream().allMatch(d -> d.state().isFinal())
        && SentWords.of(all).stream().allMatch(m -> deletions(all, m.remoteId())
            .anyMatch(d -> d.state() == DeliveryState.DELIVERED));
  }

  private static Stream<Delivery> deletions(List<Delivery> all, String remoteId) {
    return all.stream().filter(d -> d.act().equals(new Act.Delete(remoteId)));
  }

  private static boolean isDeletion(Delivery d) {
    return d.act() instanceof Act.Delete;
  }
}
