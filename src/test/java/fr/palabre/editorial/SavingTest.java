package fr.palabre.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PalabreTest
@Import(Desk.class)
class SavingTest {
  @Autowired Brands brands;
  @Autowired Desk.Hand hand;
  @Autowired Desk.Told told;
  @Autowired Contents contents;
  @Autowired ContentShelf shelf;
  @Autowired Validation validation;
  @Autowired MovableClock clock;
  private Workspace brand;
  private Member ana;
  private Member basile;
  private AccountId account;

  @BeforeEach
  void twoWriters() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    ana = brands.member(brand, Role.COMMUNITY_MANAGER);
    basile = brands.member(brand, Role.MANAGER);
    account = hand.account(brand, Desk.NOTE);
  }

  @Test
  void twoPeopleEditingAreToldAndNothingIsLost() {
    var content = hand.write(ana, ContentId.next(), "Premier jet.", account);
    hand.write(basile, content.id(), "Le jet de Basile.", account);
    var saving = hand.as(ana, () -> contents.save(ana, content.id(), content.version(),
        hand.body("Le jet d’Ana.", account), ""));
    assertThat(saving).isInstanceOfSatisfying(Saving.Conflict.class, conflict -> {
      assertThat(conflict.theirs().body().text()).isEqualTo("Le jet de Basile.");
      assertThat(conflict.theirs().updatedBy()).isEqualTo(basile.user());
      var mine = hand.as(ana, () ->
          contents.version(brand.id(), content.id(), conflict.aside()));
      assertThat(mine.body().text()).isEqualTo("Le jet d’Ana.");
      assertThat(mine.aside()).isTrue();
    });
  }

  @Test
  void aPageWhoseAnswerWasLostDoesNotConflictWithItself() {
    var id = ContentId.next();
    hand.as(ana, () -> contents.save(ana, id, 0, hand.body("Un", account), "page-1"));
    var again = hand.as(ana, () ->
        contents.save(ana, id, 0, hand.body("Un deux", account), "page-1"));
    assertThat(again).isInstanceOf(Saving.Saved.class);
  }

  @Test
  void savingTheSameWordsTwiceChangesNothing() {
    var content = hand.write(ana, ContentId.next(), "Premier jet.", account);
    var again = hand.save(ana, content.id(), content.version(), content.body());
    assertThat(again.version()).isEqualTo(content.version());
  }

  @Test
  void oneStrokeOfWorkIsOneVersionToComeBackTo() {
    var content = hand.write(ana, ContentId.next(), "Un", account);
    hand.write(ana, content.id(), "Un deux", account);
    clock.advance(Duration.ofMinutes(11));
    hand.write(ana, content.id(), "Un deux trois", account);
    assertThat(hand.as(ana, () -> contents.versions(brand.id(), content.id())))
        .extracting(v -> v.body().text())
        .containsExactly("Un deux trois", "Un deux");
  }

  @Test
  void anAdaptationThatSaysTheSameDoesNotDiffer() {
    var body = hand.body("Bonjour.", account);
    var same = body.withAdaptations(
        body.adaptations().stream().map(a -> a.withText("Bonjour.")).toList());
    var content = hand.save(ana, ContentId.next(), 0, same);
    assertThat(content.body().adaptations().getFirst().differs()).isFalse();
  }

  @Test
  void anAccountOfAnotherBrandIsNotTaken() {
    var foreign = hand.account(brands.brand(), Desk.NOTE);
    var content = hand.write(ana, ContentId.next(), "Bonjour.", account, foreign);
    assertThat(content.body().adaptations()).extracting(Adaptation::account)
        .containsExactly(account);
  }

  @Test
  void whatIsOutNoLongerChanges() {
    var content = published();
    var saving = hand.as(ana, () -> contents.save(ana, content.id(), content.version(),
        hand.body("Trop tard.", account), ""));
    assertThat(saving).isInstanceOf(Saving.Closed.class);
    assertThat(hand.as(ana, () -> shelf.delete(ana, content.id()))).isFalse();
  }

  @Test
  void anAdaptationIsToldOutOnce() {
    var content = published();
    progress(content, AdaptationProgress.Status.PUBLISHED);
    assertThat(content.stage()).isEqualTo(ContentStage.PUBLISHED);
    assertThat(told.of(ContentPublished.class, content.id())).hasSize(1);
  }

  @Test
  void whatVanishedAndIsThereAgainWasPublishedOnce() {
    var content = published();
    progress(content, AdaptationProgress.Status.VANISHED);
    assertThat(hand.again(content).stage()).isEqualTo(ContentStage.PUBLISHED);
    progress(content, AdaptationProgress.Status.PUBLISHED);
    assertThat(told.of(ContentPublished.class, content.id())).hasSize(1);
  }

  @Test
  void aDeletionIsUndoneAndGoesOutAsItWasTo() {
    var content = scheduled();
    assertThat(hand.as(ana, () -> shelf.delete(ana, content.id()))).isTrue();
    assertThat(hand.as(ana, () -> contents.find(brand.id(), content.id()))).isEmpty();
    hand.as(ana, () -> shelf.restore(ana, content.id()));
    assertThat(hand.again(content).stage()).isEqualTo(ContentStage.SCHEDULED);
    assertThat(told.of(ContentWithdrawn.class, content.id())).hasSize(1);
    assertThat(told.of(ContentApproved.class, content.id())).hasSize(2);
  }

  @Test
  void aCancelledContentDoesNotGoOut() {
    var content = scheduled();
    hand.as(ana, () -> shelf.cancel(ana, content.id()));
    assertThat(told.of(ContentWithdrawn.class, content.id()))
        .extracting(ContentWithdrawn::why).containsExactly(ContentWithdrawn.Reason.CANCELLED);
  }

  @Test
  void aCopyIsADraftOfItsOwn() {
    var content = scheduled();
    var copy = hand.as(ana, () -> shelf.duplicate(ana, content.id()));
    var copied = hand.as(ana, () -> contents.content(brand.id(), copy));
    assertThat(copied.stage()).isEqualTo(ContentStage.DRAFT);
    assertThat(copied.planned()).isNull();
    assertThat(copied.body().adaptations().getFirst().id())
        .isNotEqualTo(content.body().adaptations().getFirst().id());
  }

  @Test
  void aDateGoneByIsRefusedToWhatIsValidated() {
    var content = scheduled();
    var yesterday = LocalDateTime.parse("2026-11-20T09:30");
    assertThat(hand.as(ana, () -> contents.plan(ana, content.id(), yesterday)))
        .isEqualTo(new Moving.Refused(hand.again(content), Moving.Reason.PAST));
  }

  @Test
  void thePlannedHourIsTheBrandsWallClock() {
    var content = hand.write(ana, ContentId.next(), "Été comme hiver.", account);
    hand.as(ana, () -> contents.plan(ana, content.id(), LocalDateTime.parse("2027-07-01T09:30")));
    assertThat(hand.again(content).planned().at()).isEqualTo("2027-07-01T07:30:00Z");
  }

  private Content scheduled() {
    var content = hand.write(ana, ContentId.next(), "Pain de seigle.", account);
    hand.as(ana, () ->
        contents.plan(ana, content.id(), LocalDateTime.parse("2026-11-26T09:30")));
    hand.submit(ana, content.id());
    return Desk.Hand.done(hand.approve(basile, content));
  }

  private Content published() {
    var content = scheduled();
    progress(content, AdaptationProgress.Status.SENDING);
    progress(content, AdaptationProgress.Status.PUBLISHED);
    return hand.again(content);
  }

  private void progress(Content content, AdaptationProgress.Status status) {
    var id = content.body().adaptations().getFirst().id();
    hand.as(ana, () -> {
      contents.progressed(brand.id(), id, new AdaptationProgress(status, "remote-1",
          URI.create("https://note.example/1"), "", clock.instant()));
      return true;
    });
  }
}
