package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.publishing.WallClock.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock's rule in every zone there is, at each change of the next ten years. */
class WallClockEverywhereTest {
  private static final Instant FROM = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant UNTIL = Instant.parse("2036-11-23T08:00:00Z");

  private record Change(ZoneId zone, ZoneOffsetTransition transition) {
    Duration length() {
      return transition.getDuration().abs();
    }

    /** The first wall clock that is skipped or comes twice. */
    LocalDateTime first() {
      return transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter();
    }

    WallClock at(LocalDateTime local) {
      return WallClock.of(local, zone);
    }
  }

  @Test
  void thereAreChangesToLookAt() {
    assertThat(changes()).hasSizeGreaterThan(2000)
        .anyMatch(c -> c.transition.isGap()).anyMatch(c -> c.transition.isOverlap());
  }

  @Test
  void aSkippedHourGoesOutLaterByAsMuchAsWasSkipped() {
    for (var change : changes()) {
      if (change.transition.isOverlap()) continue;
      for (var local : within(change)) {
        var when = change.at(local);
        assertThat(when.shift()).as("%s %s", change, local).isEqualTo(Shift.SKIPPED);
        assertThat(when.instant().atZone(change.zone).toLocalDateTime())
            .as("%s %s", change, local).isEqualTo(local.plus(change.length()));
      }
    }
  }

  @Test
  void aDoubledHourGoesOutTheFirstTime() {
    for (var change : changes()) {
      if (change.transition.isGap()) continue;
      for (var local : within(change)) {
        var when = change.at(local);
        assertThat(when.shift()).as("%s %s", change, local).isEqualTo(Shift.DOUBLED);
        assertThat(when.instant()).as("%s %s", change, local)
            .isEqualTo(local.toInstant(change.transition.getOffsetBefore()))
            .isBefore(change.transition.getInstant());
      }
    }
  }

  @Test
  void justBeforeAndJustAfterAChangeTheWallClockIsKeptExactly() {
    for (var change : changes()) {
      var before = change.first().minusMinutes(1);
      var after = change.first().plus(change.length());
      for (var local : List.of(before, after)) {
        var when = change.at(local);
        assertThat(when.shift()).as("%s %s", change, local).isEqualTo(Shift.NONE);
        assertThat(when.instant().atZone(change.zone).toLocalDateTime())
            .as("%s %s", change, local).isEqualTo(local);
      }
    }
  }

  @Test
  void everyInstantReadOnTheWallComesBackUnlessItsHourComesTwice() {
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = ZoneId.of(id);
      for (var at = FROM; at.isBefore(UNTIL); at = at.plus(Duration.ofMinutes(40_007))) {
        var when = WallClock.of(at.atZone(zone).toLocalDateTime(), zone);
        if (when.shift() == Shift.NONE) assertThat(when.instant()).as(id).isEqualTo(at);
        else assertThat(when.instant()).as(id).isBeforeOrEqualTo(at);
      }
    }
  }

  private static List<LocalDateTime> within(Change change) {
    return List.of(change.first(), change.first().plus(change.length().dividedBy(2)),
        change.first().plus(change.length()).minusMinutes(1));
  }

  private static List<Change> changes() {
    var all = new ArrayList<Change>();
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = ZoneId.of(id);
      var next = zone.getRules().nextTransition(FROM);
      while (next != null && next.getInstant().isBefore(UNTIL)) {
        all.add(new Change(zone, next));
        next = zone.getRules().nextTransition(next.getInstant());
      }
    }
    return all;
  }
}
