package fr.palabre.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PalabreTest
class SignInTest {
  private static final String RIGHT = "le ponton sent la menthe";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired MovableClock clock;
  private Member person;
  private String address;

  @BeforeEach
  void aPersonWithAPassword() {
    clock.set(MovableClock.START);
    person = brands.member(brands.brand(), Role.COMMUNITY_MANAGER);
    brands.password(person, RIGHT);
    address = "198.51.100." + person.user().value().hashCode();
  }

  @Test
  void theRightPasswordOpensASession() throws Exception {
    var session = mvc.perform(knock(email(), RIGHT)).andExpect(redirectedUrl("/"))
        .andExpect(cookie().httpOnly("palabre_session", true))
        .andExpect(cookie().sameSite("palabre_session", "Lax"))
        .andReturn().getResponse().getCookie("palabre_session");
    mvc.perform(get("/").cookie(session))
        .andExpect(redirectedUrl("/" + person.workspace().slug()));
  }

  @Test
  void theCookieIsSecureWhereTheAddressIs() throws Exception {
    mvc.perform(knock(email(), RIGHT).secure(true))
        .andExpect(cookie().secure("palabre_session", true));
  }

  @Test
  void signingOutEndsTheSessionForGood() throws Exception {
    var session = brands.session(person.user());
    mvc.perform(post("/deconnexion").cookie(session).with(csrf()))
        .andExpect(redirectedUrl("/connexion"))
        .andExpect(cookie().maxAge("palabre_session", 0));
    mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/connexion"));
  }

  @Test
  void anUnknownAddressAndAWrongPasswordAnswerTheSame() throws Exception {
    var wrong = mvc.perform(knock(email(), "pas le bon mot de passe")).andReturn().getResponse();
    var unknown = mvc.perform(knock("inconnue@exemple.test", RIGHT)).andReturn().getResponse();
    assertThat(unknown.getStatus()).isEqualTo(wrong.getStatus()).isEqualTo(422);
    assertThat(plain(unknown, "inconnue@exemple.test")).isEqualTo(plain(wrong, email()));
  }

  @Test
  void afterFourFailuresTheAccountsDoorClosesLongerEachTime() throws Exception {
    for (int n = 0; n < 5; n++) mvc.perform(knock(email(), "non non non non"));
    mvc.perform(knock(email(), RIGHT)).andExpect(status().isTooManyRequests());
    clock.advance(Duration.ofSeconds(6));
    mvc.perform(knock(email(), "non non non non")).andExpect(status().isUnprocessableContent());
    clock.advance(Duration.ofSeconds(6));
    mvc.perform(knock(email(), RIGHT)).andExpect(status().isTooManyRequests());
    clock.advance(Duration.ofSeconds(6));
    mvc.perform(knock(email(), RIGHT)).andExpect(redirectedUrl("/"));
    mvc.perform(knock(email(), "non non non non")).andExpect(status().isUnprocessableContent());
  }

  @Test
  void anUnknownAccountsDoorClosesJustTheSame() throws Exception {
    var nobody = "personne-" + person.user() + "@exemple.test";
    for (int n = 0; n < 5; n++) mvc.perform(knock(nobody, "non non non non"));
    mvc.perform(knock(nobody, RIGHT)).andExpect(status().isTooManyRequests());
  }

  @Test
  void oneAddressTryingManyAccountsIsSlowedToo() throws Exception {
    for (int n = 0; n < 21; n++) mvc.perform(knock(n + email(), "non non non non"));
    mvc.perform(knock("autre@exemple.test", RIGHT)).andExpect(status().isTooManyRequests());
  }

  @Test
  void attemptsSentTogetherDoNotSlipThroughTogether() throws Exception {
    Callable<Integer> attempt = () -> mvc.perform(knock(email(), "non non non non"))
        .andReturn().getResponse().getStatus();
    try (var together = Executors.newFixedThreadPool(8)) {
      var answers = together.invokeAll(Stream.generate(() -> attempt).limit(12).toList());
      assertThat(answers).extracting(Future::get).filteredOn(status -> status.equals(422))
          .hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void oneReturnsWhereOneWasGoing() throws Exception {
    var going = "/" + person.workspace().slug() + "/calendrier?mois=2026-11";
    mvc.perform(get(going)).andExpect(redirectedUrl(
        "/connexion?retour=%2F" + person.workspace().slug() + "%2Fcalendrier%3Fmois%3D2026-11"));
    mvc.perform(knock(email(), RIGHT).param("retour", going)).andExpect(redirectedUrl(going));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ailleurs.test/", "//ailleurs.test", "/\\ailleurs.test",
      "javascript:alert(1)", "/\t/ailleurs.test", "ailleurs.test", "/..//ailleurs.test", ""})
  void noAddressLeadsElsewhereAfterSignIn(String going) throws Exception {
    mvc.perform(knock(email(), RIGHT).param("retour", going)).andExpect(redirectedUrl("/"));
  }

  @Test
  void aFormOfAnotherSiteSignsNobodyIn() throws Exception {
    mvc.perform(post("/connexion").param("email", email()).param("password", RIGHT))
        .andExpect(status().isForbidden()).andExpect(cookie().doesNotExist("palabre_session"));
  }

  private MockHttpServletRequestBuilder knock(String email, String password) {
    return post("/connexion").with(csrf()).with(request -> {
      request.setRemoteAddr(address);
      return request;
    }).param("email", email).param("password", password);
  }

  private String email() {
    return person.user() + "@exemple.test";
  }

  private static String plain(MockHttpServletResponse response, String email) throws Exception {
    return response.getContentAsString().replace(email, "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}
