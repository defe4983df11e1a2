package fr.palabre.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.ClockChange.Keep;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a brand moves to another zone, or a state changes its clocks, what waits does not move by
 * itself: a person says whether it keeps the hour on the wall or the instant.
 */
@Component
@Transactional
public class ClockChanges {
  private static final int MOST = 500;
  private final ClockStore store;
  private final PostStore posts;
  private final Schedule schedule;
  private final Contents contents;
  private final AuditTrail audit;
  private final Clock clock;

  ClockChanges(ClockStore store, PostStore posts, Schedule schedule, Contents contents,
      AuditTrail audit, Clock clock) {
    this.store = store;
    this.posts = posts;
    this.schedule = schedule;
    this.contents = contents;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public boolean any(WorkspaceId workspace, ZoneId zone) {
    return store.anyChanged(workspace, zone.getId());
  }

  /** What waits for the choice, soonest first, one of each content. */
  @Transactional(readOnly = true)
  public List<ClockChange> waiting(WorkspaceId workspace, ZoneId zone) {
    return store.changed(workspace, zone.getId(), MOST).stream()
        .collect(groupingBy(ScheduledPost::content, LinkedHashMap::new, toList()))
        .values().stream()
        .map(of -> change(of, zone))
        .toList();
  }

  /**
   * Makes the choice for these, and for the other accounts of their contents.
   *
   * @return how many contents kept what they were to keep; the others' hour is gone by, or comes
   *     twice, and they wait for another word
   */
  public int keep(Member me, List<PostId> ids, Keep keep) {
    var chosen = waiting(me.workspaceId(), me.zone()).stream()
        .filter(change -> ids.contains(change.post().id()))
        .toList();
    return (int) chosen.stream().filter(change -> keep(me, change, keep)).count();
  }

  private boolean keep(Member me, ClockChange change, Keep keep) {
    var when = change.keeping(keep);
    if (when == null || when.instant().isBefore(clock.instant())) return false;
    var content = change.post().content();
    contents.plan(me, content, when.local());
    contents.dateAgain(me.workspaceId(), content);
    // What the content did not move: its rules only changed, or part of it is out.
    for (var post : posts.of(me.workspaceId(), content))
      if (post.state() == PostState.WAITING) schedule.move(post, when);
    audit.record(me.workspaceId().value(), me.userId(),
        "post.clock.kept-" + keep.name().toLowerCase(Locale.ROOT), change.post().id().value(),
        change.post().title());
    return true;
  }

  private static ClockChange change(List<ScheduledPost> of, ZoneId zone) {
    var first = of.getFirst();
    var byInstant = WallClock.of(first.due().atZone(zone).toLocalDateTime(), zone);
    return new ClockChange(first, of.stream().map(ScheduledPost::account).toList(),
        WallClock.of(first.when().local(), zone),
        byInstant.instant().equals(first.due()) ? byInstant : null);
  }
}
