package fr.palabre.publishing;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with what is about to go out. */
@Component
@Transactional
public class Publication {
  /** Between two posts of one account that are released together: no burst after a silence. */
  public static final Duration APART = Deliveries.APART;
  private final PostStore posts;
  private final Schedule schedule;
  private final Deliveries deliveries;
  private final Contents contents;
  private final AuditTrail audit;
  private final Clock clock;

  Publication(PostStore posts, Schedule schedule, Deliveries deliveries, Contents contents,
      AuditTrail audit, Clock clock) {
    this.posts = posts;
    this.schedule = schedule;
    this.deliveries = deliveries;
    this.contents = contents;
    this.audit = audit;
    this.clock = clock;
  }

  /** @throws NoSuchElementException if this brand has no such post */
  @Transactional(readOnly = true)
  public ScheduledPost post(WorkspaceId workspace, PostId id) {
    return posts.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No post " + id));
  }

  @Transactional(readOnly = true)
  public Optional<ScheduledPost> find(WorkspaceId workspace, PostId id) {
    return posts.find(workspace, id);
  }

  @Transactional(readOnly = true)
  public List<ScheduledPost> among(WorkspaceId workspace, List<UUID> ids) {
    return posts.among(workspace, ids);
  }

  /** Those of one content that are not taken back. */
  @Transactional(readOnly = true)
  public List<ScheduledPost> of(WorkspaceId workspace, ContentId content) {
    return posts.of(workspace, content);
  }

  /**
   * The one that was made last for a content's account, taken back or not.
   *
   * @throws NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public ScheduledPost last(WorkspaceId workspace, ContentId content, AdaptationId adaptation) {
    return posts.last(workspace, content, adaptation)
        .orElseThrow(() -> new NoSuchElementException("No post of " + adaptation));
  }

  /** What goes out from one instant until before another, soonest first. */
  @Transactional(readOnly = true)
  public List<ScheduledPost> due(WorkspaceId workspace, Instant from, Instant before,
      int atMost) {
    return posts.due(workspace, from, before, atMost);
  }

  /** What went out since, latest first. */
  @Transactional(readOnly = true)
  public List<ScheduledPost> lately(WorkspaceId workspace, Instant since, int atMost) {
    return posts.lately(workspace, since, atMost);
  }

  /** Sends it at once, whatever its hour was; what comes after it in its thread follows. */
  public void now(Member me, PostId id) {
    send(me, post(me.workspaceId(), id), clock.instant());
    record(me, "post.released", id);
  }

  /** Sends them from now on, those of one account a while apart. */
  public void nowApart(Member me, List<PostId> ids) {
    var next = new HashMap<UUID, Instant>();
    for (var id : ids) {
      var post = post(me.workspaceId(), id);
      var at = next.getOrDefault(post.account().value(), clock.instant());
      next.put(post.account().value(), at.plus(APART));
      send(me, post, at);
      record(me, "post.released", id);
    }
  }

  /**
   * Gives the content another hour; what is out of it already stays out.
   *
   * @return false if that hour is gone by
   */
  public boolean move(Member me, PostId id, LocalDateTime local) {
    var post = post(me.workspaceId(), id);
    var when = WallClock.of(local, me.workspace().zone());
    if (when.instant().isBefore(clock.instant())) return false;
    if (!(contents.plan(me, post.content(), local) instanceof Moving.Moved))
      schedule.move(post, when);
    record(me, "post.moved", id);
    return true;
  }

  /**
   * Gives each another hour from that one on, those of one account a while apart.
   *
   * @return false if that hour is gone by
   */
  public boolean moveApart(Member me, List<PostId> ids, LocalDateTime from) {
    var next = new HashMap<UUID, LocalDateTime>();
    var moved = true;
    for (var id : ids) {
      var account = post(me.workspaceId(), id).account().value();
      var at = next.getOrDefault(account, from);
      next.put(account, at.plus(APART));
      moved &= move(me, id, at);
    }
    return moved;
  }

  public void cancelAll(Member me, List<PostId> ids) {
    ids.forEach(id -> cancel(me, id));
  }

  /** @return false if some of it had begun */
  public boolean cancel(Member me, PostId id) {
    var stopped = schedule.withdraw(post(me.workspaceId(), id));
    record(me, "post.cancelled", id);
    return stopped;
  }

  private void send(Member me, ScheduledPost post, Instant at) {
    // Alone, it takes its content's date with it.
    if (posts.of(me.workspaceId(), post.content()).size() == 1)
      contents.released(me, post.content(), at);
    for (var part : schedule.waiting(post))
      if (isNext(part)) deliveries.release(me, part.id(), at);
      else deliveries.reschedule(me.workspaceId(), part.id(), at);
  }

  private static boolean isNext(Delivery part) {
    return !part.standing().equals(new Standing.Held(Hold.TURN));
  }

  private void record(Member me, String action, PostId id) {
    var post = post(me.workspaceId(), id);
    audit.record(me.workspaceId().value(), me.userId(), action, id.value(), post.title());
  }
}
