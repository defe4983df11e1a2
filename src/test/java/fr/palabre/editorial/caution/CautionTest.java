package fr.palabre.editorial.caution;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Paces;
import fr.palabre.editorial.Saving;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.testing.Brands;
import fr.palabre.testing.FakeNetwork;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What one is told before settling on a date. */
@PalabreTest
@Import(FakeNetwork.class)
class CautionTest {
  private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-26T12:00");
  private static final String BREAD = "Le pain au levain sort du four à seize heures, venez le"
      + " goûter encore chaud avec un peu de beurre salé.";
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired Contents contents;
  @Autowired Paces paces;
  @Autowired CautionDesk desk;
  @Autowired MovableClock clock;
  Member me;
  AccountId account;

  @BeforeEach
  void aBrandWithAnAccount() {
    clock.set(START);
    me = brands.member(brands.brand(), Role.COMMUNITY_MANAGER);
    account = FakeNetwork.connect(accounts, me.workspace());
  }

  @Test
  void aContentAloneOnItsDayRaisesNothing() {
    assertThat(told(planned(BREAD, NOON, account))).isEmpty();
  }

  @Test
  void twoContentsTooNearOnOneAccountAreToldOfEachOther() {
    planned("Une chose", NOON, account);
    assertThat(told(planned("Tout autre chose", NOON.plusMinutes(29), account)))
        .containsExactly("caution.close");
    assertThat(told(planned("Encore autre chose", NOON.plusMinutes(60), account))).isEmpty();
  }

  @Test
  void whatIsNearOnAnotherAccountDoesNotMatter() {
    var other = FakeNetwork.connect(accounts, me.workspace());
    planned("Une chose", NOON, other);
    assertThat(told(planned("Tout autre chose", NOON, account))).isEmpty();
  }

  @Test
  void oneMoreThanTheDayMayHaveIsTold() {
    in(() -> {
      paces.change(me, new Pace(Duration.ofMinutes(10), 2));
      return true;
    });
    planned("Matin", NOON.minusHours(3), account);
    assertThat(told(planned("Midi", NOON, account))).isEmpty();
    assertThat(told(planned("Soir", NOON.plusHours(6), account))).containsExactly("caution.many");
  }

  @Test
  void aTextThatSaysTheSameWithinAMonthIsTold() {
    planned(BREAD, NOON, account);
    var again = planned(BREAD.replace("seize", "dix-sept"), NOON.plusDays(12), account);
    assertThat(told(again)).containsExactly("caution.alike");
    assertThat(told(planned("La boutique ferme lundi et mardi pour inventaire, nous vous attendons"
        + " mercredi dès sept heures.", NOON.plusDays(3), account))).isEmpty();
  }

  @Test
  void aTextOfLongAgoMayBeSaidAgain() {
    planned(BREAD, NOON, account);
    assertThat(told(planned(BREAD, NOON.plusDays(31), account))).isEmpty();
  }

  private List<String> told(Content content) {
    return in(() -> desk.of(me, content)).notes().stream().map(Departure.Note::words).toList();
  }

  private Content planned(String text, LocalDateTime at, AccountId on) {
    var id = ContentId.next();
    var body = new ContentBody("", text, List.of(), "", null, "fr", List.of(Adaptation.of(on)));
    assertThat(in(() -> contents.save(me, id, 0, body, ""))).isInstanceOf(Saving.Saved.class);
    in(() -> contents.plan(me, id, at));
    return in(() -> contents.content(me.workspaceId(), id));
  }

  private <T> T in(Supplier<T> work) {
    return brands.within(me.workspace(), work);
  }
}
