package fr.palabre.identity.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.platform.mail.MailRound;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.FreshDatabase;
import fr.palabre.testing.Mailbox;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** In a house that sends e-mail. */
@PalabreTest
@ContextConfiguration(initializers = {FreshDatabase.class, Mailbox.class})
class PasswordResetsTest {
  private static final String NEW = "quatre barques sur la Vilaine";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired MailRound round;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Member person;
  private String address;
  private Browsing stranger;

  @BeforeEach
  void someoneWhoForgot() {
    clock.set(MovableClock.START);
    jdbc.sql("delete from identity_knock").update();
    jdbc.sql("delete from platform_mail").update();
    person = brands.member(brands.brand(), Role.MANAGER);
    address = person.user() + "@exemple.test";
    stranger = Browsing.stranger(mvc);
  }

  @Test
  void theLinkSentSetsANewPasswordAndSignsIn() throws Exception {
    var signedIn = stranger.with(Browsing.opened(choose(ask())));
    assertThat(signedIn.get("/" + person.workspace().slug() + "/equipe").getStatus())
        .isEqualTo(200);
    assertThat(stranger.post("/connexion", "email", address, "password", NEW).getStatus())
        .isEqualTo(302);
  }

  @Test
  void theLinkServesOnce() throws Exception {
    var link = ask();
    choose(link);
    assertThat(choose(link).getStatus()).isEqualTo(410);
    assertThat(stranger.get(link).getStatus()).isEqualTo(410);
  }

  @Test
  void theLinkEndsAfterAnHour() throws Exception {
    var link = ask();
    clock.advance(Duration.ofHours(1));
    assertThat(choose(link).getStatus()).isEqualTo(410);
  }

  @Test
  void everySessionEndsWithTheOldPassword() throws Exception {
    var elsewhere = Browsing.as(mvc, brands, person);
    choose(ask());
    assertThat(elsewhere.get("equipe").getRedirectedUrl()).startsWith("/connexion");
  }

  @Test
  void aPasswordTooEasyIsRefusedAndTheLinkStillServes() throws Exception {
    var link = ask();
    assertThat(stranger.post(link, "password", "azertyuiop12").getStatus()).isEqualTo(422);
    assertThat(choose(link).getStatus()).isEqualTo(302);
  }

  @Test
  void nobodyLearnsWhetherAnAddressHasAnAccount() throws Exception {
    var known = stranger.post("/mot-de-passe", "email", address);
    var unknown = stranger.post("/mot-de-passe", "email", UUID.randomUUID() + "@exemple.test");
    assertThat(unknown.getStatus()).isEqualTo(known.getStatus());
    assertThat(unknown.getContentAsString()).isEqualTo(known.getContentAsString());
  }

  @Test
  void oneAccountReceivesThreeLinksAnHourAtMost() throws Exception {
    for (int n = 0; n < 5; n++) stranger.post("/mot-de-passe", "email", address);
    round.deliverDue();
    assertThat(Mailbox.of(address)).hasSize(3);
  }

  @Test
  void whoAsksAgainAndAgainIsAskedToWait() throws Exception {
    for (int n = 0; n < 6; n++)
      stranger.post("/mot-de-passe", "email", UUID.randomUUID() + "@exemple.test");
    assertThat(stranger.post("/mot-de-passe", "email", address).getStatus()).isEqualTo(429);
    round.deliverDue();
    assertThat(Mailbox.of(address)).isEmpty();
  }

  @Test
  void theLinkLeadsToTheHouseWhateverHostWasAskedFor() throws Exception {
    stranger.send(post("/mot-de-passe").with(csrf()).header("Host", "voleur.test")
        .param("email", address));
    round.deliverDue();
    assertThat(Mailbox.link(Mailbox.of(address).getFirst())).startsWith("/mot-de-passe/");
  }

  @Test
  void aChangedPasswordIsToldToItsOwner() throws Exception {
    brands.password(person, "le ponton sent la menthe");
    Browsing.as(mvc, brands, person).post("/compte/mot-de-passe",
        "current", "le ponton sent la menthe", "password", NEW);
    round.deliverDue();
    assertThat(Mailbox.of(address)).hasSize(1);
  }

  /** Asks for a link and returns the path it leads to. */
  private String ask() throws Exception {
    stranger.post("/mot-de-passe", "email", address);
    round.deliverDue();
    return Mailbox.link(Mailbox.of(address).getLast());
  }

  private MockHttpServletResponse choose(String link) throws Exception {
    return stranger.post(link, "password", NEW);
  }
}
