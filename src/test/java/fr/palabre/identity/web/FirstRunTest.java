package fr.palabre.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.PalabreTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A context of its own: these tests need a house nobody has opened yet. */
@PalabreTest
@TestPropertySource(properties = "palabre.test-house=first-run")
class FirstRunTest {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired RowScope scope;

  @BeforeEach
  void theHouseIsNew() {
    scope.everywhere(() -> jdbc.sql("delete from identity_workspace").update());
    jdbc.sql("delete from identity_user").update();
    jdbc.sql("delete from identity_house").update();
  }

  @Test
  void aNewHouseOpensOnItsWelcome() throws Exception {
    mvc.perform(get("/")).andExpect(redirectedUrl("/bienvenue"));
    mvc.perform(get("/connexion")).andExpect(redirectedUrl("/bienvenue"));
    mvc.perform(get("/bienvenue")).andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Europe/Paris")));
  }

  @Test
  void theFirstVisitorBecomesAdministratorOfTheirBrandAndIsSignedIn() throws Exception {
    var session = mvc.perform(welcome("Épicerie de l’Étang", "le ponton sent la menthe"))
        .andExpect(redirectedUrl("/epicerie-de-l-etang"))
        .andExpect(cookie().httpOnly("palabre_session", true))
        .andReturn().getResponse().getCookie("palabre_session");
    mvc.perform(get("/epicerie-de-l-etang").cookie(session))
        .andExpect(redirectedUrlPattern("/epicerie-de-l-etang/*"));
    mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/epicerie-de-l-etang"));
  }

  @Test
  void theWelcomeServesOnce() throws Exception {
    mvc.perform(welcome("Terroir", "le ponton sent la menthe"));
    mvc.perform(get("/bienvenue")).andExpect(status().isNotFound());
    mvc.perform(welcome("Autre", "le ponton sent la menthe")).andExpect(status().isNotFound());
    mvc.perform(get("/")).andExpect(redirectedUrl("/connexion"));
    assertThat(people()).isOne();
  }

  @Test
  void ofTwoFirstVisitorsAtOnceOneIsLetIn() throws Exception {
    Callable<Integer> visit = () -> mvc.perform(welcome("Terroir", "le ponton sent la menthe"))
        .andReturn().getResponse().getStatus();
    try (var visitors = Executors.newFixedThreadPool(4)) {
      var answers = visitors.invokeAll(Stream.generate(() -> visit).limit(4).toList());
      assertThat(answers).extracting(answer -> answer.get())
          .containsExactlyInAnyOrder(302, 404, 404, 404);
    }
    assertThat(people()).isOne();
  }

  @Test
  void aGuessablePasswordIsRefusedAndNothingIsKeptOfIt() throws Exception {
    mvc.perform(welcome("Terroir", "motdepasse2026!")).andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.not(Matchers.containsString("motdepasse2026"))))
        .andExpect(content().string(Matchers.containsString("Camille Essai")));
    assertThat(people()).isZero();
  }

  @Test
  void theFirstBrandMayHaveItsLogoAtOnce() throws Exception {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", picture);
    var session = mvc.perform(multipart("/bienvenue")
            .file(new MockMultipartFile("logo", "logo.png", "image/png", picture.toByteArray()))
            .with(csrf()).param("name", "Camille Essai").param("email", "camille@exemple.test")
            .param("password", "le ponton sent la menthe").param("brand", "Terroir")
            .param("language", "fr").param("zone", "Europe/Paris"))
        .andExpect(redirectedUrl("/terroir"))
        .andReturn().getResponse().getCookie("palabre_session");
    mvc.perform(get("/terroir/logo").cookie(session)).andExpect(status().isOk());
  }

  @Test
  void aBrandNeverTakesAnAddressOfTheHouse() throws Exception {
    mvc.perform(welcome("Connexion", "le ponton sent la menthe"))
        .andExpect(redirectedUrl("/connexion-2"));
  }

  private static MockHttpServletRequestBuilder welcome(String brand, String password) {
    return post("/bienvenue").with(csrf()).param("name", "Camille Essai")
        .param("email", "camille@exemple.test").param("password", password)
        .param("brand", brand).param("language", "fr").param("zone", "Europe/Paris");
  }

  private long people() {
    return jdbc.sql("select count(*) from identity_user").query(Long.class).single();
  }
}
