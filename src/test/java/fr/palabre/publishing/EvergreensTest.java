package fr.palabre.publishing;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.CalendarTiles;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.TileFilter;
import fr.palabre.publishing.evergreen.Coming;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import fr.palabre.publishing.evergreen.EvergreenRound;
import fr.palabre.publishing.evergreen.Evergreens;
import fr.palabre.publishing.evergreen.Outlook;
import fr.palabre.publishing.evergreen.Season;
import fr.palabre.publishing.evergreen.Spacing;
import fr.palabre.publishing.evergreen.Why;
import fr.palabre.publishing.slot.WeekSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What comes back of itself: where nothing is planned, each in its turn, never too soon. START is a
 * Monday at nine; the queue's hours are Monday noon and Thursday at six.
 */
class EvergreensTest extends PublishingScene {
  private static final LocalDateTime THURSDAY_18 = LocalDateTime.parse("2026-11-26T18:00");
  @Autowired EvergreenQueues queues;
  @Autowired Evergreens evergreens;
  @Autowired Outlook outlook;
  @Autowired EvergreenRound round;
  @Autowired ContentShelf shelf;
  @Autowired CalendarTiles calendar;
  EvergreenId queue;

  @BeforeEach
  void aQueueOfTwoHoursAWeek() {
    queue = in(() -> queues.create(manager, "Conseils", Spacing.USUAL)).orElseThrow().id();
    in(() -> queues.add(manager, queue, List.of(new WeekSlot(MONDAY, LocalTime.NOON),
        new WeekSlot(THURSDAY, LocalTime.of(18, 0)))));
  }

  @Test
  void aCopyIsMadeThreeDaysAheadAndNoSooner() {
    add(write("Le pain se garde dans un torchon", account));
    assertThat(made()).extracting(EvergreensTest::local).containsExactly(NOON);
    add(write("La farine de seigle vient du moulin d’à côté", account));
    assertThat(made()).hasSize(1);
    clock.set(Instant.parse("2026-11-23T16:59:00Z"));
    round.fillDue();
    assertThat(made()).isEmpty();
    clock.set(Instant.parse("2026-11-23T17:00:00Z"));
    round.fillDue();
    assertThat(made()).extracting(EvergreensTest::local).containsExactly(THURSDAY_18);
  }

  @Test
  void runAgainTheRoundFindsAllMade() {
    add(write("Le pain se garde dans un torchon", account));
    clock.set(clock.instant().plus(Duration.ofHours(9)));
    round.fillDue();
    assertThat(round.fillDue()).isZero();
  }

  @Test
  void nothingComesBackSoonerThanItsDistanceAndThePageSaysUntilWhen() {
    add(write("Le pain se garde dans un torchon", account));
    var rest = in(() -> outlook.coming(writer, again())).stream().skip(1).toList();
    assertThat(rest).allSatisfy(hour -> assertThat(hour).isEqualTo(
        new Coming.Empty(hour.at(), Why.ALL_RECENT, LocalDate.parse("2027-01-22"))));
    clock.set(Instant.parse("2027-01-22T11:00:00Z"));
    round.fillDue();
    assertThat(made()).extracting(EvergreensTest::local)
        .containsExactly(LocalDateTime.parse("2027-01-25T12:00"));
  }

  @Test
  void whatWasPublishedByHandCountsAsSeen() {
    var tip = scheduled("Le pain se garde dans un torchon", NOON.minusHours(2));
    at(Instant.parse("2026-11-23T09:00:01Z"));
    assertThat(again(tip).stage()).isEqualTo(ContentStage.PUBLISHED);
    add(tip);
    assertThat(made()).isEmpty();
  }

  @Test
  void theSameWordsPlannedInAnotherContentCountAsSeen() {
    var tip = write("Le pain se garde dans un torchon", account);
    var byHand = in(() -> shelf.duplicate(writer, tip.id()));
    in(() -> contents.plan(writer, byHand, NOON.plusDays(20)));
    add(tip);
    assertThat(made()).isEmpty();
    in(() -> shelf.delete(writer, byHand));
    in(() -> evergreens.change(manager, queue, tip.id(), Season.ALWAYS, false));
    assertThat(made()).hasSize(1);
  }

  @Test
  void anAlmostEqualTextNearbyKeepsItFromComingBack() {
    in(() -> contents.plan(writer, write("Gardez votre pain de campagne dans un torchon de lin,"
        + " jamais au frigo", account).id(), NOON.plusDays(10)));
    add(write("Gardez votre pain de campagne dans un torchon de lin, jamais au frigo !",
        account));
    assertThat(first()).isEqualTo(new Coming.Empty(NOON, Why.ALIKE, null));
  }

  @Test
  void whereAPersonPlannedSomethingNothingComesBack() {
    submitted("À la main", NOON);
    add(write("Le pain se garde dans un torchon", account));
    assertThat(made()).isEmpty();
    assertThat(first()).isEqualTo(new Coming.Empty(NOON, Why.TAKEN, null));
  }

  @Test
  void theCopyOfAValidatedContentWaitsForAValidationOfItsOwn() {
    in(() -> evergreens.add(writer, queue, validated().id(), Season.ALWAYS, true));
    assertThat(made()).extracting(ContentLine::stage).containsExactly(ContentStage.SUBMITTED);
    at(AT_NOON.plusSeconds(1));
    assertThat(network.online).isEmpty();
  }

  @Test
  void whoMayValidateAContentLetsItComeBackExactlyAsItIs() {
    in(() -> evergreens.add(manager, queue, validated().id(), Season.ALWAYS, true));
    at(AT_NOON.plusSeconds(1));
    assertThat(network.texts()).containsExactly("Le pain se garde dans un torchon");
  }

  @Test
  void afterSoManyTimesAContentIsLeftInPeace() {
    var tip = write("Le pain se garde dans un torchon", account);
    in(() -> evergreens.add(manager, queue, tip.id(), new Season(1, null), false));
    assertThat(made()).hasSize(1);
    assertThat(in(() -> outlook.coming(writer, again())).getLast())
        .isInstanceOfSatisfying(Coming.Empty.class,
            empty -> assertThat(empty.why()).isEqualTo(Why.ALL_OVER));
  }

  @Test
  void whatAPersonDeletedIsNotMadeAgainAtThatHour() {
    add(write("Le pain se garde dans un torchon", account));
    in(() -> shelf.delete(writer, made().getFirst().id()));
    round.fillDue();
    assertThat(first()).isEqualTo(new Coming.Empty(NOON, Why.DROPPED, null));
  }

  @Test
  void aPauseTakesBackWhatNobodyTouchedAndNothingComesBackUntilItGoesOn() {
    add(write("Le pain se garde dans un torchon", account));
    in(() -> queues.pause(manager, queue));
    clock.set(clock.instant().plus(Duration.ofDays(10)));
    round.fillDue();
    assertThat(in(() -> calendar.between(brand.id(), NOON.minusDays(1), NOON.plusDays(30),
        TileFilter.ALL))).isEmpty();
    in(() -> queues.resume(manager, queue));
    assertThat(made()).hasSize(1);
  }

  @Test
  void whatSomebodyMovedStaysWhenTheContentIsTakenOut() {
    var tip = write("Le pain se garde dans un torchon", account);
    add(tip);
    var copy = made().getFirst().id();
    in(() -> contents.plan(writer, copy, NOON.plusHours(3)));
    in(() -> evergreens.remove(manager, queue, tip.id()));
    assertThat(in(() -> contents.content(brand.id(), copy)).deleted()).isFalse();
  }

  @Test
  void aContentStandsInOneQueueAndACopyStandsForItsModel() {
    var tip = write("Le pain se garde dans un torchon", account);
    add(tip);
    assertThat(in(() -> evergreens.add(manager, queue, made().getFirst().id(), Season.ALWAYS,
        false))).isFalse();
  }

  @Test
  void anotherBrandSeesNothingOfIt() {
    var other = brands.brand();
    assertThat(brands.within(other, () -> queues.all(brand.id()))).isEmpty();
  }

  private void add(Content content) {
    assertThat(in(() -> evergreens.add(manager, queue, content.id(), Season.ALWAYS, false)))
        .isTrue();
  }

  private Content validated() {
    var content = write("Le pain se garde dans un torchon", account);
    in(() -> validation.submit(writer, content.id(), false));
    return approve(again(content));
  }

  private EvergreenQueue again() {
    return in(() -> queues.queue(brand.id(), queue));
  }

  private Coming first() {
    return in(() -> outlook.coming(writer, again())).getFirst();
  }

  private List<ContentLine> made() {
    return in(() -> outlook.coming(writer, again())).stream()
        .flatMap(hour -> hour instanceof Coming.Made m ? Stream.of(m.copy()) : Stream.empty())
        .toList();
  }

  private static LocalDateTime local(ContentLine line) {
    return Objects.requireNonNull(line.planned()).local();
  }
}
