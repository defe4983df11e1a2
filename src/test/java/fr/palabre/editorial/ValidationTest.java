package fr.palabre.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.Approval.Reason;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PalabreTest
@Import(Desk.class)
class ValidationTest {
  private static final LocalDateTime THURSDAY = LocalDateTime.parse("2026-11-26T09:30");
  @Autowired Brands brands;
  @Autowired Desk.Hand hand;
  @Autowired Desk.Told told;
  @Autowired Contents contents;
  @Autowired Validation validation;
  @Autowired MovableClock clock;
  private Workspace brand;
  private Member writer;
  private Member manager;
  private AccountId account;

  @BeforeEach
  void aBrandOfTwo() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    writer = brands.member(brand, Role.COMMUNITY_MANAGER);
    manager = brands.member(brand, Role.MANAGER);
    account = hand.account(brand, Desk.NOTE);
  }

  @Test
  void whatIsValidatedWithItsDateGoesOut() {
    var content = submitted("Ce matin, pain de seigle.");
    var approved = Desk.Hand.done(hand.approve(manager, content));
    assertThat(approved.stage()).isEqualTo(ContentStage.SCHEDULED);
    assertThat(told.of(ContentApproved.class, content.id())).hasSize(1);
    var ready = hand.as(manager, () -> contents.ready(brand.id(), content.id()));
    assertThat(ready.hash()).isEqualTo(content.hash());
    assertThat(ready.adaptations().getFirst().parts().getFirst().text())
        .isEqualTo("Ce matin, pain de seigle.");
  }

  @Test
  void aContentWithoutItsDateWaitsForOneOnceValidated() {
    var content = hand.write(writer, ContentId.next(), "Sans date.", account);
    hand.submit(writer, content.id());
    assertThat(Desk.Hand.done(hand.approve(manager, content)).stage())
        .isEqualTo(ContentStage.APPROVED);
    assertThat(told.of(ContentApproved.class, content.id())).isEmpty();
    plan(writer, content, THURSDAY);
    assertThat(told.of(ContentApproved.class, content.id())).hasSize(1);
  }

  @Test
  void anyChangeAfterApprovalAsksForValidationAgain() {
    var content = scheduled("Ce matin, pain de seigle.");
    var saving = hand.as(writer, () -> contents.save(writer, content.id(), content.version(),
        hand.body("Ce matin, pain de seigle !", account), ""));
    assertThat(saving).isInstanceOfSatisfying(Saving.Saved.class, saved -> {
      assertThat(saved.asksAgain()).isTrue();
      assertThat(saved.content().stage()).isEqualTo(ContentStage.DRAFT);
    });
    assertThat(told.of(ContentWithdrawn.class, content.id()))
        .extracting(ContentWithdrawn::why)
        .containsExactly(ContentWithdrawn.Reason.CHANGED);
  }

  @Test
  void anotherAccountOrOptionIsAChangeToo() {
    var content = scheduled("Ce matin, pain de seigle.");
    var other = hand.account(brand, Desk.LETTER);
    hand.save(writer, content.id(), content.version(),
        hand.body("Ce matin, pain de seigle.", account, other));
    assertThat(hand.again(content).stage()).isEqualTo(ContentStage.DRAFT);
  }

  @Test
  void neitherTheInternalTitleNorTheHourAsksForValidationAgain() {
    var content = scheduled("Ce matin, pain de seigle.");
    var body = content.body();
    hand.save(writer, content.id(), content.version(), new ContentBody("Le seigle", body.text(),
        body.images(), "", null, "fr", body.adaptations()));
    plan(writer, content, THURSDAY.plusHours(2));
    assertThat(hand.again(content).stage()).isEqualTo(ContentStage.SCHEDULED);
    assertThat(told.of(ContentMoved.class, content.id()))
        .extracting(ContentMoved::plannedLocal).containsExactly(THURSDAY.plusHours(2));
  }

  @Test
  void nobodyValidatesTheirOwnContent() {
    var content = hand.write(manager, ContentId.next(), "Écrit par la responsable.", account);
    hand.submit(manager, content.id());
    assertRefused(hand.approve(manager, content), Reason.OWN_CONTENT);
  }

  @Test
  void whoeverTouchedASubmittedContentNoLongerValidatesIt() {
    var content = submitted("Ce matin, pain de segle.");
    var mended = hand.write(manager, content.id(), "Ce matin, pain de seigle.", account);
    assertRefused(hand.approve(manager, mended), Reason.OWN_CONTENT);
    var other = brands.member(brand, Role.SOCIAL_LEAD);
    assertThat(Desk.Hand.done(hand.approve(other, mended)).stage().isValidated()).isTrue();
  }

  @Test
  void whoeverMayNotValidateDoesNot() {
    var content = submitted("Ce matin, pain de seigle.");
    var other = brands.member(brand, Role.COMMUNITY_MANAGER);
    assertRefused(hand.approve(other, content), Reason.NOT_ALLOWED);
  }

  @Test
  void anAdministratorAloneInThatPowerValidatesTheirOwn() {
    var alone = brands.brand();
    var owner = brands.member(alone, Role.ADMINISTRATOR);
    var content = hand.write(owner, ContentId.next(), "Bonjour.", hand.account(alone, Desk.NOTE));
    hand.submit(owner, content.id());
    assertThat(Desk.Hand.done(hand.approve(owner, content)).stage())
        .isEqualTo(ContentStage.APPROVED);
  }

  @Test
  void anAdministratorWhoIsNotAloneWaitsForTheOther() {
    var alone = brands.brand();
    var owner = brands.member(alone, Role.ADMINISTRATOR);
    brands.member(alone, Role.SOCIAL_LEAD);
    var content = hand.write(owner, ContentId.next(), "Bonjour.", hand.account(alone, Desk.NOTE));
    hand.submit(owner, content.id());
    assertRefused(hand.approve(owner, content), Reason.OWN_CONTENT);
  }

  @Test
  void whatChangedWhileItWasReadIsNotValidated() {
    var read = submitted("Ce matin, pain de seigle.");
    hand.write(writer, read.id(), "Ce soir, pain de seigle.", account);
    assertRefused(hand.approve(manager, read), Reason.CHANGED_MEANWHILE);
  }

  @Test
  void anHourGoneByIsToldBeforeAnythingGoesOut() {
    var content = submitted("Ce matin, pain de seigle.");
    clock.advance(Duration.ofDays(7));
    assertRefused(hand.approve(manager, content), Reason.DATE_PAST);
    var now = hand.as(manager, () -> validation.approve(manager, content.id(), content.hash(),
        Validation.Departure.NOW));
    assertThat(Desk.Hand.done(now).planned()).extracting(Planned::at).isEqualTo(clock.instant());
  }

  @Test
  void changesAreAskedForWithWords() {
    var content = submitted("Ce matin, pain de seigle.");
    assertRefused(hand.as(manager, () -> validation.askForChanges(manager, content.id(), " ")),
        Reason.NO_COMMENT);
    hand.as(manager, () -> validation.askForChanges(manager, content.id(), "Quel prix ?"));
    assertThat(hand.again(content).stage()).isEqualTo(ContentStage.CHANGES_REQUESTED);
    assertThat(hand.as(writer, () -> validation.story(brand.id(), content.id())))
        .extracting(Decision::kind)
        .containsExactly(Decision.Kind.SUBMITTED, Decision.Kind.CHANGES_REQUESTED);
  }

  @Test
  void whatANetworkWouldRefuseIsNotSubmitted() {
    var content = hand.write(writer, ContentId.next(), "");
    assertRefused(hand.as(writer, () -> validation.submit(writer, content.id(), false)),
        Reason.NOT_SOUND);
  }

  @Test
  void theDifferenceSinceTheLastValidationCanBeRead() {
    var content = scheduled("Ce matin, pain de seigle.");
    var changed = hand.write(writer, content.id(), "Ce soir, pain de seigle.", account);
    var before = hand.as(manager, () -> contents.lastApproved(changed)).orElseThrow();
    assertThat(before.body().text()).isEqualTo("Ce matin, pain de seigle.");
  }

  private Content submitted(String text) {
    var content = hand.write(writer, ContentId.next(), text, account);
    plan(writer, content, THURSDAY);
    return hand.submit(writer, content.id());
  }

  private Content scheduled(String text) {
    return Desk.Hand.done(hand.approve(manager, submitted(text)));
  }

  private void plan(Member me, Content content, LocalDateTime at) {
    assertThat(hand.as(me, () -> contents.plan(me, content.id(), at)))
        .isInstanceOf(Moving.Moved.class);
  }

  private static void assertRefused(Approval approval, Reason reason) {
    assertThat(approval).isInstanceOfSatisfying(Approval.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
