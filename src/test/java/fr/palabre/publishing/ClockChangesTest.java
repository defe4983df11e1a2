package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Workspace;
import fr.palabre.publishing.ClockChange.Keep;
import fr.palabre.publishing.WallClock.Shift;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockChangesTest extends PublishingScene {
  private static final ZoneId NOUMEA = ZoneId.of("Pacific/Noumea");
  private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-24T12:00");
  @Autowired ClockChanges changes;
  @Autowired ClockRules rules;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
      "Europe/Paris,     2027-03-28, 2027-03-28T01:30:00Z, SKIPPED",
      "Europe/Paris,     2027-10-31, 2027-10-31T00:30:00Z, DOUBLED",
      "America/Montreal, 2027-03-14, 2027-03-14T07:30:00Z, SKIPPED",
      "America/Montreal, 2027-11-07, 2027-11-07T07:30:00Z, NONE",
      "Pacific/Noumea,   2027-03-28, 2027-03-27T15:30:00Z, NONE",
      "Pacific/Noumea,   2027-10-31, 2027-10-30T15:30:00Z, NONE"})
  void aPostPlannedAtHalfPastTwoInAChangeoverNightGoesOutOnce(String zone, String night,
      Instant goesOut, Shift shift) {
    writer = in(writer, ZoneId.of(zone));
    manager = in(manager, ZoneId.of(zone));
    var post = post(scheduled("Bonjour", LocalDateTime.parse(night + "T02:30")));
    assertThat(post.when().shift()).isEqualTo(shift);
    at(goesOut.minusMillis(1));
    assertThat(network.texts()).isEmpty();
    at(goesOut);
    at(goesOut.plusSeconds(3600));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void aBrandThatMovesToAnotherZoneMovesNothingByItself() {
    var content = scheduled("Bonjour", TUESDAY);
    assertThat(in(() -> changes.any(brand.id(), brand.zone()))).isFalse();
    assertThat(in(() -> changes.waiting(brand.id(), NOUMEA)))
        .extracting(c -> c.post().id()).containsExactly(post(content).id());
    at(Instant.parse("2026-11-24T11:00:00Z"));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void keptByItsHourItGoesOutWhenTheNewClockShowsIt() {
    var content = scheduled("Bonjour", TUESDAY);
    keep(post(content), Keep.HOUR);
    assertThat(post(content).when())
        .isEqualTo(WallClock.of(TUESDAY, NOUMEA));
    at(Instant.parse("2026-11-24T00:59:59Z"));
    assertThat(network.texts()).isEmpty();
    at(Instant.parse("2026-11-24T01:00:00Z"));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void keptByItsInstantItGoesOutWhenItWouldHave() {
    var content = scheduled("Bonjour", TUESDAY);
    keep(post(content), Keep.INSTANT);
    assertThat(post(content).when().local()).hasToString("2026-11-24T22:00");
    assertThat(in(() -> changes.any(brand.id(), NOUMEA))).isFalse();
    at(Instant.parse("2026-11-24T10:59:59Z"));
    assertThat(network.texts()).isEmpty();
    at(Instant.parse("2026-11-24T11:00:00Z"));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void anHourGoneByThereIsNotKept() {
    // Noon of this day in Nouméa was ten hours before noon in Paris.
    var content = scheduled("Bonjour", NOON);
    assertThat(keep(post(content), Keep.HOUR)).isZero();
    assertThat(in(() -> changes.any(brand.id(), NOUMEA))).isTrue();
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void aZoneWhoseRulesChangedIsFoundAndPutBackByItsHour() {
    var content = scheduled("Bonjour", TUESDAY);
    rulesWereAnHourOff(content.id().value());
    assertThat(rules.check()).isEqualTo(1);
    assertThat(rules.check()).isZero();
    assertThat(in(() -> changes.waiting(brand.id(), brand.zone()))).hasSize(1);
    var asked = in(() -> changes.keep(manager, List.of(post(content).id()), Keep.HOUR));
    assertThat(asked).isEqualTo(1);
    assertThat(post(content).when()).isEqualTo(WallClock.of(TUESDAY, brand.zone()));
    assertThat(in(() -> changes.any(brand.id(), brand.zone()))).isFalse();
  }

  private int keep(ScheduledPost post, Keep keep) {
    return in(() -> changes.keep(in(manager, NOUMEA), List.of(post.id()), keep));
  }

  // As an older Java would have planned it.
  private void rulesWereAnHourOff(java.util.UUID content) {
    in(() -> {
      jdbc.sql("""
          update publishing_post set due_at = due_at + interval '1 hour'
           where workspace_id = :workspace and content_id = :content
          """)
          .param("workspace", brand.id().value()).param("content", content).update();
    });
  }

  private static Member in(Member me, ZoneId zone) {
    var there = new Workspace(me.workspaceId(), me.workspace().slug(), me.workspace().name(), zone,
        me.workspace().locale(), false, true);
    return new Member(me.user(), me.name(), there, me.role(), me.permissions(), me.locale(),
        me.theme());
  }
}
