package fr.palabre.publishing.recurrence;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentCopies;
import fr.palabre.editorial.Planned;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the occurrences of the coming weeks, once each: run again, it finds them made. */
@Component
class OccurrenceMaking {
  /** How far ahead: long enough to be read and validated, short enough to follow its model. */
  static final int WEEKS = 5;
  private final RecurrenceStore recurrences;
  private final OccurrenceStore occurrences;
  private final ContentCopies copies;
  private final Clock clock;

  OccurrenceMaking(RecurrenceStore recurrences, OccurrenceStore occurrences, ContentCopies copies,
      Clock clock) {
    this.recurrences = recurrences;
    this.occurrences = occurrences;
    this.copies = copies;
    this.clock = clock;
  }

  /** @return how many were made */
  @Transactional
  public int make(WorkspaceId workspace, ZoneId zone, RecurrenceId id) {
    recurrences.lock(workspace, id);
    var recurrence = recurrences.find(workspace, id).filter(r -> !r.ended()).orElse(null);
    if (recurrence == null) return 0;
    var made = occurrences.dates(workspace, id);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var wanted = recurrence.rule().dates(today.plusWeeks(WEEKS))
        .filter(date -> !made.contains(date))
        .map(date -> new Planned(date.atTime(recurrence.rule().at()), zone))
        .filter(planned -> planned.at().isAfter(clock.instant()))
        .toList();
    return (int) wanted.stream().filter(planned -> make(workspace, recurrence, planned)).count();
  }

  private boolean make(WorkspaceId workspace, Recurrence recurrence, Planned at) {
    var copy = copies.copy(workspace, recurrence.model(), at, recurrence.by(),
        recurrence.keepsApproval());
    copy.ifPresent(content -> occurrences.insert(workspace, occurrence(recurrence, at, content)));
    return copy.isPresent();
  }

  private static Occurrence occurrence(Recurrence recurrence, Planned at, Content content) {
    return new Occurrence(recurrence.id(), at.local().toLocalDate(), content.id(), content.hash(),
        at.local());
  }
}
