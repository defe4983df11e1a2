package fr.palabre.publishing.slot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.publishing.WallClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which moments weekly slots mean, in every zone there is. */
class TimetableTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration YEARS = Duration.ofDays(3652);

  @Test
  void theNextMomentIsTheSoonestOfTheWeek() {
    var slots = Timetable.of(List.of(slot("THURSDAY", "18:00"), slot("MONDAY", "09:30")));
    assertThat(slots.after(Instant.parse("2026-11-23T08:00:00Z"), PARIS).limit(3)
        .map(WallClock::local))
        .containsExactly(LocalDateTime.parse("2026-11-23T09:30"),
            LocalDateTime.parse("2026-11-26T18:00"), LocalDateTime.parse("2026-11-30T09:30"));
  }

  @Test
  void aSlotOfThisVeryMinuteIsGoneBy() {
    var slots = Timetable.of(List.of(slot("MONDAY", "09:30")));
    assertThat(slots.after(Instant.parse("2026-11-23T08:30:00Z"), PARIS).findFirst().orElseThrow()
        .local()).isEqualTo(LocalDateTime.parse("2026-11-30T09:30"));
  }

  @Test
  void nineStaysNineAcrossTheClockChange() {
    var slots = Timetable.of(List.of(slot("SUNDAY", "09:00")));
    assertThat(slots.after(Instant.parse("2026-10-20T00:00:00Z"), PARIS).limit(2)
        .map(m -> m.instant().toString()))
        .containsExactly("2026-10-25T08:00:00Z", "2026-11-01T08:00:00Z");
  }

  @Test
  void twoSlotsThatASkippedHourPushesTogetherAreOneMoment() {
    var slots = Timetable.of(List.of(slot("SUNDAY", "02:30"), slot("SUNDAY", "03:30")));
    var night = slots.after(Instant.parse("2026-03-28T12:00:00Z"), PARIS)
        .filter(m -> m.instant().isBefore(Instant.parse("2026-03-30T00:00:00Z"))).toList();
    assertThat(night).hasSize(1);
    assertThat(night.getFirst().instant()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void momentsOfAnyWeekInAnyZoneFollowEachOtherAndAreSlots() {
    var random = new Random(20261122);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    for (var zone : zones) {
      var slots = someSlots(random);
      var from = Instant.parse("2026-11-22T00:00:00Z")
          .plusSeconds(random.nextLong(YEARS.toSeconds()));
      var before = from;
      for (var moment : Timetable.of(slots).after(from, zone).limit(60).toList()) {
        assertThat(moment.instant()).as(zone + " " + slots).isAfter(before);
        assertThat(slots).contains(
            new WeekSlot(moment.local().getDayOfWeek(), moment.local().toLocalTime()));
        before = moment.instant();
      }
    }
  }

  private static List<WeekSlot> someSlots(Random random) {
    var slots = new ArrayList<WeekSlot>();
    for (int i = 0; i < 1 + random.nextInt(12); i++)
      slots.add(new WeekSlot(DayOfWeek.of(1 + random.nextInt(7)),
          LocalTime.ofSecondOfDay(random.nextInt(96) * 900L)));
    return slots;
  }

  private static WeekSlot slot(String day, String at) {
    return new WeekSlot(DayOfWeek.valueOf(day), LocalTime.parse(at));
  }
}
