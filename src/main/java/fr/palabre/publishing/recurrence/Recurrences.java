package fr.palabre.publishing.recurrence;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentCopies;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contents that come back. One occurrence is changed like any content; the rule is changed for all
 * that is to come, or from one date on. What somebody touched, moved or deleted stays as they left it.
 */
@Component
@Transactional
public class Recurrences {
  private final RecurrenceStore recurrences;
  private final OccurrenceStore occurrences;
  private final OccurrenceMaking making;
  private final Contents contents;
  private final ContentLists lists;
  private final ContentShelf shelf;
  private final ContentCopies copies;
  private final AuditTrail audit;
  private final Clock clock;

  Recurrences(RecurrenceStore recurrences, OccurrenceStore occurrences, OccurrenceMaking making,
      Contents contents, ContentLists lists, ContentShelf shelf, ContentCopies copies,
      AuditTrail audit, Clock clock) {
    this.recurrences = recurrences;
    this.occurrences = occurrences;
    this.making = making;
    this.contents = contents;
    this.lists = lists;
    this.shelf = shelf;
    this.copies = copies;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Recurrence> running(WorkspaceId workspace) {
    return recurrences.running(workspace);
  }

  /** @throws NoSuchElementException if this brand has no such recurrence */
  @Transactional(readOnly = true)
  public Recurrence recurrence(WorkspaceId workspace, RecurrenceId id) {
    return recurrences.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No recurrence " + id));
  }

  /** The recurrence that made a content. */
  @Transactional(readOnly = true)
  public Optional<RecurrenceId> of(WorkspaceId workspace, ContentId content) {
    return occurrences.of(workspace, content).map(Occurrence::recurrence);
  }

  /** Its occurrences to come that stand, soonest first. */
  @Transactional(readOnly = true)
  public List<ContentLine> coming(Member me, Recurrence recurrence) {
    var ids = occurrences.since(me.workspaceId(), recurrence.id(), today(me)).stream()
        .flatMap(o -> Stream.ofNullable(o.content())).toList();
    return lists.among(me.workspaceId(), ids).stream()
        .sorted(Comparator.comparing(line -> line.planned() == null ? clock.instant()
            : line.planned().at()))
        .toList();
  }

  /** Whether this person may let occurrences go out on the model's validation. */
  public boolean mayKeepApproval(Member me, Content model) {
    return copies.mayKeepApproval(me, model);
  }

  public Recurrence create(Member me, ContentId model, RecurrenceRule rule, boolean keepsApproval) {
    var content = contents.content(me.workspaceId(), model);
    var made = new Recurrence(RecurrenceId.next(), model, rule,
        keepsApproval && mayKeepApproval(me, content), me.user(), false);
    recurrences.insert(me.workspaceId(), made, clock.instant());
    making.make(me.workspaceId(), me.zone(), made.id());
    record(me, "recurrence.created", made);
    return made;
  }

  /**
   * Changes the rule of what is to come.
   *
   * @param from the first date that follows the new rule; null for all that is to come
   * @return the recurrence that goes on
   */
  public Recurrence change(Member me, RecurrenceId id, @Nullable LocalDate from,
      RecurrenceRule rule, boolean keepsApproval) {
    recurrences.lock(me.workspaceId(), id);
    var before = recurrence(me.workspaceId(), id);
    var keeps = keepsApproval && (before.keepsApproval()
        || mayKeepApproval(me, contents.content(me.workspaceId(), before.model())));
    if (from == null || !from.isAfter(before.rule().from())) {
      var now = new Recurrence(id, before.model(), rule, keeps, before.by(), false);
      clear(me, before, today(me), null);
      recurrences.change(me.workspaceId(), now, clock.instant());
      return goesOn(me, now);
    }
    var following = new Recurrence(RecurrenceId.next(), before.model(), rule, keeps, me.user(),
        false);
    recurrences.insert(me.workspaceId(), following, clock.instant());
    clear(me, before, from, following.id());
    recurrences.change(me.workspaceId(), new Recurrence(id, before.model(),
        before.rule().endedBefore(from), before.keepsApproval(), before.by(), false),
        clock.instant());
    return goesOn(me, following);
  }

  /** Nothing more is made; what was made and nobody touched goes. */
  public void end(Member me, RecurrenceId id) {
    recurrences.lock(me.workspaceId(), id);
    var recurrence = recurrence(me.workspaceId(), id);
    clear(me, recurrence, today(me), null);
    recurrences.end(me.workspaceId(), id, clock.instant());
    record(me, "recurrence.ended", recurrence);
  }

  private Recurrence goesOn(Member me, Recurrence now) {
    making.make(me.workspaceId(), me.zone(), now.id());
    record(me, "recurrence.changed", now);
    return now;
  }

  // What was touched keeps its date from being made again, under the rule that follows if one does.
  private void clear(Member me, Recurrence of, LocalDate from, @Nullable RecurrenceId next) {
    for (var occurrence : occurrences.since(me.workspaceId(), of.id(), from)) {
      if (removed(me, occurrence)) occurrences.forget(me.workspaceId(), occurrence);
      else if (next != null) occurrences.handOver(me.workspaceId(), occurrence, next);
    }
  }

  private boolean removed(Member me, Occurrence made) {
    if (made.content() == null) return false;
    var content = contents.find(me.workspaceId(), made.content()).orElse(null);
    return content != null && content.isOpen() && isUntouched(content, made)
        && shelf.delete(me, content.id());
  }

  private boolean isUntouched(Content content, Occurrence made) {
    var planned = content.planned();
    return content.hash().equals(made.hash()) && planned != null
        && planned.local().equals(made.at()) && planned.at().isAfter(clock.instant());
  }

  private LocalDate today(Member me) {
    return LocalDate.ofInstant(clock.instant(), me.zone());
  }

  private void record(Member me, String action, Recurrence recurrence) {
    audit.record(me.tenant(), me.userId(), action, recurrence.id().value(),
        contents.content(me.workspaceId(), recurrence.model()).name());
  }
}
