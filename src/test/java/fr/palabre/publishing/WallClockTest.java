package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.publishing.WallClock.Shift;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half past two in the nights the clocks change. */
class WallClockTest {

  @ParameterizedTest
  @CsvSource({
      "Europe/Paris,    2027-03-28T02:30, 2027-03-28T01:30:00Z, SKIPPED",
      "Europe/Paris,    2027-10-31T02:30, 2027-10-31T00:30:00Z, DOUBLED",
      "Europe/Paris,    2027-06-01T02:30, 2027-06-01T00:30:00Z, NONE",
      "America/Montreal, 2027-03-14T02:30, 2027-03-14T07:30:00Z, SKIPPED",
      "America/Montreal, 2027-11-07T01:30, 2027-11-07T05:30:00Z, DOUBLED",
      "America/Montreal, 2027-11-07T02:30, 2027-11-07T07:30:00Z, NONE",
      "Pacific/Noumea,  2027-03-28T02:30, 2027-03-27T15:30:00Z, NONE",
      "Pacific/Noumea,  2027-10-31T02:30, 2027-10-30T15:30:00Z, NONE"})
  void aSkippedHourMovesForwardAndADoubledOneTakesTheFirst(String zone, String local,
      String instant, Shift shift) {
    var when = WallClock.of(LocalDateTime.parse(local), ZoneId.of(zone));
    assertThat(when.instant()).hasToString(instant);
    assertThat(when.shift()).isEqualTo(shift);
  }
}
