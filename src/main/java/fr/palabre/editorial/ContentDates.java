package fr.palabre.editorial;

import fr.palabre.identity.Member;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a planned content another date. The wall clock is what is kept: nine o'clock stays nine
 * o'clock across a clock change. A validation is bound to words and images, not to the hour.
 */
@Component
public class ContentDates {
  private static final LocalTime USUAL = LocalTime.of(9, 30);
  private final Contents contents;
  private final Clock clock;

  ContentDates(Contents contents, Clock clock) {
    this.contents = contents;
    this.clock = clock;
  }

  /** What came of the wish to move a content; {@code stands} is where it is now. */
  public sealed interface Move {
    record Moved(LocalDateTime stands, LocalDateTime before) implements Move {}

    record AlreadyOut(@Nullable LocalDateTime stands) implements Move {}

    record InThePast(@Nullable LocalDateTime stands) implements Move {}

    /** Validated, and this person may not decide when things go out. */
    record NotAllowed(@Nullable LocalDateTime stands) implements Move {}
  }

  /**
   * Moves a content to where a person dropped it.
   *
   * @param place {@code 2026-11-23} (keeps its hour), {@code 2026-11-23/EVENING} (keeps its hour if
   *     it is in that part of the day, else that part's usual one) or {@code 2026-11-23T09:30}
   * @throws NoSuchElementException if the brand has no such content
   * @throws java.time.DateTimeException or IllegalArgumentException if the place is none of these
   */
  @Transactional
  public Move move(Member me, ContentId id, String place) {
    var content = contents.content(me.workspaceId(), id);
    var local = content.planned() == null ? null : content.planned().local();
    var to = moment(place, local == null ? USUAL : local.toLocalTime());
    if (!content.isOpen()) return new Move.AlreadyOut(local);
    if (new Planned(to, me.zone()).at().isBefore(clock.instant())) return new Move.InThePast(local);
    return switch (contents.plan(me, id, to)) {
      case Moving.Moved _ -> new Move.Moved(to, local == null ? to : local);
      case Moving.Refused(_, Moving.Reason why) -> switch (why) {
        case CLOSED -> new Move.AlreadyOut(local);
        case PAST -> new Move.InThePast(local);
        case NOT_ALLOWED -> new Move.NotAllowed(local);
      };
    };
  }

  private static LocalDateTime moment(String place, LocalTime hour) {
    if (place.contains("T")) return LocalDateTime.parse(place);
    var parts = place.split("/", 2);
    var day = LocalDate.parse(parts[0]);
    if (parts.length == 1) return day.atTime(hour);
    var band = DayBand.valueOf(parts[1]);
    return day.atTime(DayBand.of(hour) == band ? hour : band.usual());
  }
}
