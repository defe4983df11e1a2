package fr.palabre.publishing;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.ContentStage;
import fr.palabre.identity.Member;
import fr.palabre.publishing.recurrence.Recurrence;
import fr.palabre.publishing.recurrence.RecurrenceRound;
import fr.palabre.publishing.recurrence.RecurrenceRule;
import fr.palabre.publishing.recurrence.Recurrences;
import fr.palabre.publishing.recurrence.Rhythm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes back: each time once, by the clock on the wall. START is a Monday at nine. */
class RecurrencesTest extends PublishingScene {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-23");
  private static final RecurrenceRule MONDAYS = rule(LocalTime.NOON, null);
  @Autowired Recurrences recurrences;
  @Autowired RecurrenceRound round;
  @Autowired ContentShelf shelf;

  @Test
  void eachOccurrenceIsAContentOfItsOwn() {
    var made = recurring(writer, write("Bon lundi", account), false);
    assertThat(dates(made)).startsWith(NOON, NOON.plusWeeks(1)).hasSize(6);
    assertThat(coming(made)).allSatisfy(line -> {
      assertThat(line.stage()).isEqualTo(ContentStage.DRAFT);
      assertThat(line.name()).isEqualTo("Titre");
    });
  }

  @Test
  void madeAgainNothingIsMadeTwice() {
    var made = recurring(writer, write("Bon lundi", account), false);
    round.makeComing();
    round.makeComing();
    assertThat(dates(made)).hasSize(6);
    clock.set(clock.instant().plus(Duration.ofDays(7)));
    round.makeComing();
    assertThat(dates(made)).hasSize(6).contains(NOON.plusWeeks(6));
  }

  @Test
  void whatAPersonDeletedIsNotMadeAgain() {
    var made = recurring(writer, write("Bon lundi", account), false);
    in(() -> shelf.delete(writer, coming(made).getFirst().id()));
    round.makeComing();
    assertThat(dates(made)).hasSize(5).doesNotContain(NOON);
  }

  @Test
  void aCopyOfAValidatedContentWaitsForAValidationOfItsOwn() {
    var made = recurring(writer, validated("Bon lundi"), true);
    assertThat(coming(made)).allSatisfy(line ->
        assertThat(line.stage()).isEqualTo(ContentStage.SUBMITTED));
    at(AT_NOON.plusSeconds(1));
    assertThat(network.online).isEmpty();
  }

  @Test
  void whoMayValidateTheModelLetsItsCopiesGoOutExactlyAsItIs() {
    var model = validated("Bon lundi");
    var made = recurring(manager, model, true);
    assertThat(coming(made)).allSatisfy(line ->
        assertThat(line.stage()).isEqualTo(ContentStage.SCHEDULED));
    at(AT_NOON.plusSeconds(1));
    assertThat(network.texts()).containsExactly("Bon lundi");
  }

  @Test
  void whatChangedInTheModelIsNotValidatedInItsCopies() {
    var model = validated("Bon lundi");
    var made = recurring(manager, model, true);
    save(model.id(), model.version(), "Bon lundi à tous", "", account);
    clock.set(clock.instant().plus(Duration.ofDays(7)));
    round.makeComing();
    assertThat(coming(made).getLast().stage()).isEqualTo(ContentStage.DRAFT);
  }

  @Test
  void aNewRuleForAllMovesWhatNobodyTouched() {
    var made = recurring(writer, write("Bon lundi", account), false);
    var moved = coming(made).get(1).id();
    in(() -> contents.plan(writer, moved, NOON.plusWeeks(1).plusHours(2)));
    in(() -> recurrences.change(manager, made.id(), null, rule(LocalTime.of(15, 30), null),
        false));
    assertThat(dates(made)).contains(NOON.plusHours(3).plusMinutes(30),
        NOON.plusWeeks(1).plusHours(2)).hasSize(6);
  }

  @Test
  void aNewRuleFromADateOnLeavesWhatComesBeforeIt() {
    var made = recurring(writer, write("Bon lundi", account), false);
    var split = FIRST.plusWeeks(2);
    var following = in(() -> recurrences.change(manager, made.id(), split,
        new RecurrenceRule(MONDAYS.rhythm(), LocalTime.of(8, 0), split, null, null), false));
    assertThat(dates(made)).containsExactly(NOON, NOON.plusWeeks(1));
    assertThat(dates(following)).startsWith(NOON.plusWeeks(2).minusHours(4)).hasSize(4);
  }

  @Test
  void anEndedRecurrenceTakesBackWhatNobodyTouched() {
    var made = recurring(writer, write("Bon lundi", account), false);
    in(() -> recurrences.end(manager, made.id()));
    round.makeComing();
    assertThat(coming(made)).isEmpty();
    assertThat(in(() -> recurrences.running(brand.id()))).isEmpty();
  }

  @Test
  void noonStaysNoonAcrossTheClockChange() {
    clock.set(java.time.Instant.parse("2027-03-22T08:00:00Z"));
    var made = recurring(writer, write("Bon lundi", account), false);
    assertThat(coming(made)).extracting(line -> line.planned().at().toString())
        .startsWith("2027-03-22T11:00:00Z", "2027-03-29T10:00:00Z");
  }

  private Recurrence recurring(Member me, Content model, boolean keepsApproval) {
    return in(() -> recurrences.create(me, model.id(), MONDAYS, keepsApproval));
  }

  private Content validated(String text) {
    var content = write(text, account);
    in(() -> validation.submit(writer, content.id(), false));
    return approve(again(content));
  }

  private List<ContentLine> coming(Recurrence of) {
    return in(() -> recurrences.coming(writer, of));
  }

  private List<LocalDateTime> dates(Recurrence of) {
    return coming(of).stream()
        .map(line -> Objects.requireNonNull(line.planned()).local()).toList();
  }

  private static RecurrenceRule rule(LocalTime at, Integer most) {
    return new RecurrenceRule(new Rhythm.Weekly(1, List.of(MONDAY)), at, FIRST, null, most);
  }
}
