package fr.palabre.publishing.evergreen;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.CalendarTile;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Repeatable;
import fr.palabre.network.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is. Sixty days lie between two times the same is said. */
class TurnsTest {
  private static final int DISTANCE = 60;
  private static final LocalDateTime AT = LocalDateTime.parse("2026-11-24T09:30");
  private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
  private static final AccountId OTHER = new AccountId(new UUID(0, 2));

  @Test
  void theLongestUnseenComesFirst() {
    assertThat(pick(seen(1, "2026-08-01"), seen(2, "2026-05-12"), seen(3, "2026-09-01")))
        .isEqualTo(id(2));
  }

  @Test
  void whatWasNeverSeenComesBeforeAllOthersInTheOrderItWasAdded() {
    assertThat(pick(seen(1, "2026-01-01"), seen(3), seen(2))).isEqualTo(id(2));
  }

  @Test
  void nothingComesBackBeforeItsDistance() {
    assertThat(pick(seen(1, "2026-10-01"), seen(2, "2026-09-26")))
        .isEqualTo(new Pick.Nothing(Why.ALL_RECENT, LocalDate.parse("2026-11-25")));
    assertThat(pick(seen(1, "2026-09-25"))).isEqualTo(id(1));
  }

  @Test
  void whatAPersonPlannedLaterIsAsFarOff() {
    assertThat(pick(seen(1, "2026-12-20")))
        .isEqualTo(new Pick.Nothing(Why.ALL_RECENT, LocalDate.parse("2027-02-18")));
  }

  @Test
  void betweenTwoTimesThereIsADistanceOnBothSides() {
    assertThat(candidate(1, Season.ALWAYS, 0, "2026-10-01", "2027-01-15", "2027-06-01")
        .ripe(LocalDate.parse("2026-11-24"), DISTANCE)).isEqualTo("2027-03-16");
  }

  @Test
  void whatCameBackAsOftenAsItMayIsLeftInPeace() {
    assertThat(pick(candidate(1, new Season(3, null), 3, "2026-01-01")))
        .isEqualTo(new Pick.Nothing(Why.ALL_OVER, null));
    assertThat(pick(candidate(1, new Season(3, null), 2, "2026-01-01"))).isEqualTo(id(1));
  }

  @Test
  void aSeasonEndsWithItsLastDay() {
    var last = new Season(null, AT.toLocalDate());
    assertThat(pick(candidate(1, last, 0))).isEqualTo(id(1));
    assertThat(said(turns(new Room(List.of(), Pace.USUAL), candidate(1, last, 0)),
        AT.plusDays(1))).isEqualTo(new Pick.Nothing(Why.ALL_OVER, null));
  }

  @Test
  void aSeasonThatEndsBeforeTheDistanceIsOverAlready() {
    var christmas = new Season(null, LocalDate.parse("2026-12-24"));
    assertThat(pick(candidate(1, christmas, 1, "2026-11-10")))
        .isEqualTo(new Pick.Nothing(Why.ALL_OVER, null));
  }

  @Test
  void whereSomethingStandsNothingComesBack() {
    assertThat(said(turns(room(AT, ACCOUNT), seen(1)), AT))
        .isEqualTo(new Pick.Nothing(Why.TAKEN, null));
    assertThat(said(turns(room(AT.plusMinutes(29), ACCOUNT), seen(1)), AT))
        .isEqualTo(new Pick.Nothing(Why.TAKEN, null));
    assertThat(said(turns(room(AT.plusMinutes(30), ACCOUNT), seen(1)), AT))
        .isEqualTo(id(1));
  }

  @Test
  void whatStandsOnAnotherAccountIsNotInTheWay() {
    assertThat(said(turns(room(AT, OTHER), seen(1)), AT)).isEqualTo(id(1));
  }

  @Test
  void aDayThatHasAsManyAsThePaceAllowsGetsNoMore() {
    var room = new Room(List.of(tile(AT.plusHours(2), ACCOUNT), tile(AT.plusHours(4), ACCOUNT),
        tile(AT.plusHours(6), ACCOUNT)), Pace.USUAL);
    assertThat(said(turns(room, seen(1)), AT))
        .isEqualTo(new Pick.Nothing(Why.FULL_DAY, null));
    assertThat(said(turns(room, seen(1)), AT.plusDays(1))).isEqualTo(id(1));
  }

  @Test
  void whatSaysAlmostTheSameAsItsSurroundingsLetsTheNextGo() {
    var turns = new Turns(List.of(seen(1), seen(2)), new Room(List.of(), Pace.USUAL), DISTANCE,
        (id, _) -> id.equals(id(1)));
    assertThat(said(turns, AT)).isEqualTo(id(2));
  }

  @Test
  void whatIsGivenAnHourWaitsForItsNextTurn() {
    var turns = turns(new Room(List.of(), Pace.USUAL), seen(1), seen(2, "2026-01-01"));
    turns.give(((Pick.Found) turns.at(AT)).candidate(), AT);
    assertThat(said(turns, AT)).isEqualTo(new Pick.Nothing(Why.TAKEN, null));
    assertThat(said(turns, AT.plusDays(2))).isEqualTo(id(2));
  }

  @Test
  void anEmptyQueueSaysSo() {
    assertThat(pick()).isEqualTo(new Pick.Nothing(Why.NO_CONTENT, null));
  }

  private static Object pick(Candidate... candidates) {
    return said(turns(new Room(List.of(), Pace.USUAL), candidates), AT);
  }

  /** The content whose turn it is, else why it is nobody's. */
  private static Object said(Turns turns, LocalDateTime at) {
    return switch (turns.at(at)) {
      case Pick.Found(Candidate candidate) -> candidate.id();
      case Pick.Nothing nothing -> nothing;
    };
  }

  private static Turns turns(Room room, Candidate... candidates) {
    return new Turns(List.of(candidates), room, DISTANCE, (_, _) -> false);
  }

  private static Room room(LocalDateTime at, AccountId account) {
    return new Room(List.of(tile(at, account)), Pace.USUAL);
  }

  private static CalendarTile tile(LocalDateTime at, AccountId account) {
    return new CalendarTile(id(99), "", ContentStage.SCHEDULED, at, List.of(), List.of(account),
        false);
  }

  private static Candidate seen(int n, String... days) {
    return candidate(n, Season.ALWAYS, 0, days);
  }

  private static Candidate candidate(int n, Season season, int times, String... days) {
    var seen = new TreeSet<>(Arrays.stream(days).map(LocalDate::parse).toList());
    var entry = new Evergreen(id(n), new EvergreenId(new UUID(0, 0)), season, false, null,
        Instant.ofEpochSecond(n));
    return new Candidate(entry, new Repeatable(id(n), "", ContentStage.PUBLISHED, true,
        List.of(ACCOUNT), List.copyOf(seen)), seen, times);
  }

  private static ContentId id(int n) {
    return new ContentId(new UUID(1, n));
  }
}
