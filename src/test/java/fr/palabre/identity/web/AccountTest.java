package fr.palabre.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PalabreTest
class AccountTest {
  private static final String OLD = "le ponton sent la menthe";
  private static final String NEW = "quatre barques sur la Vilaine";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  private Member person;
  private Browsing here;
  private Browsing elsewhere;

  @BeforeEach
  void aPersonInTwoBrowsers() {
    clock.set(MovableClock.START);
    jdbc.sql("delete from identity_knock").update();
    person = brands.member(brands.brand(), Role.READER);
    brands.password(person, OLD);
    here = Browsing.as(mvc, brands, person);
    elsewhere = Browsing.as(mvc, brands, person);
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() throws Exception {
    assertThat(change(OLD, NEW)).isEqualTo(302);
    assertThat(here.get("/compte").getStatus()).isEqualTo(200);
    assertThat(elsewhere.get("/compte").getRedirectedUrl()).startsWith("/connexion");
    assertThat(journal()).contains("password.changed");
  }

  @Test
  void thePasswordChangesOnlyForWhoeverKnowsTheOldOne() throws Exception {
    assertThat(change("ce n’est pas le bon", NEW)).isEqualTo(422);
    assertThat(elsewhere.get("/compte").getStatus()).isEqualTo(200);
  }

  @Test
  void guessingTheOldPasswordIsSlowedLikeAtTheDoor() throws Exception {
    for (int n = 0; n < 5; n++) change("ce n’est pas le bon", NEW);
    assertThat(change(OLD, NEW)).isEqualTo(422);
  }

  @Test
  void oneEndsASessionLeftOpenElsewhere() throws Exception {
    var list = here.get("/compte/sessions").getContentAsString();
    var other = Pattern.compile("/compte/sessions/[0-9a-f-]{36}/fin").matcher(list);
    assertThat(other.find()).isTrue();
    here.post(other.group());
    assertThat(elsewhere.get("/compte").getRedirectedUrl()).startsWith("/connexion");
    assertThat(here.get("/compte").getStatus()).isEqualTo(200);
  }

  @Test
  void aSessionOfSomeoneElseCannotBeEnded() throws Exception {
    var other = brands.member(person.workspace(), Role.READER);
    var theirs = Browsing.as(mvc, brands, other);
    var id = jdbc.sql("select id from identity_session where user_id = :user")
        .param("user", other.userId()).query(UUID.class).single();
    assertThat(here.post("/compte/sessions/" + id + "/fin").getStatus()).isEqualTo(404);
    assertThat(theirs.get("/compte").getStatus()).isEqualTo(200);
  }

  @Test
  void allOtherSessionsEndInOneGesture() throws Exception {
    here.post("/compte/sessions/autres/fin");
    assertThat(elsewhere.get("/compte").getRedirectedUrl()).startsWith("/connexion");
    assertThat(here.get("/compte").getStatus()).isEqualTo(200);
  }

  @Test
  void palabreSpeaksTheLanguageOneChooses() throws Exception {
    here.post("/compte", "name", "Robin Essai", "language", "en");
    assertThat(here.get("/compte").getContentAsString()).contains("Your profile", "Robin Essai");
  }

  @Test
  void whoAdministersABrandOpensAnother() throws Exception {
    var admin = Browsing.as(mvc, brands, brands.member(brands.brand(), Role.ADMINISTRATOR));
    var place = admin.post("/marques", "brand", "Librairie du Phare", "language", "fr",
        "zone", "Europe/Paris").getRedirectedUrl();
    assertThat(place).startsWith("/librairie-du-phare");
    assertThat(admin.get(place + "/reglages").getStatus()).isEqualTo(200);
  }

  @Test
  void whoAdministersNoneDoesNot() throws Exception {
    assertThat(here.post("/marques", "brand", "Librairie", "language", "fr",
        "zone", "Europe/Paris").getStatus()).isEqualTo(403);
  }

  @Test
  void theBrandOneWasInLastOpensFirst() throws Exception {
    var second = brands.brand();
    brands.join(second, person.user(), Role.READER);
    var remembered = here.get("/" + second.slug() + "/equipe").getCookie("palabre_brand");
    var request = MockMvcRequestBuilders.get("/")
        .cookie(remembered);
    assertThat(here.send(request).getRedirectedUrl()).isEqualTo("/" + second.slug());
  }

  private int change(String from, String to) throws Exception {
    return here.post("/compte/mot-de-passe", "current", from, "password", to).getStatus();
  }

  private List<String> journal() {
    return jdbc.sql("select action from identity_journal where actor_id = :user")
        .param("user", person.userId()).query(String.class).list();
  }
}
