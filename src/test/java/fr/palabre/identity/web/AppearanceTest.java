package fr.palabre.identity.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PalabreTest
class AppearanceTest {
  @Autowired MockMvc web;
  @Autowired Brands brands;
  Member me;

  @BeforeEach
  void someone() {
    me = brands.member(brands.brand(), Role.DESIGNER);
  }

  @Test
  void theThemeOneChoseIsFoundAgainOnEachPage() throws Exception {
    web.perform(choosing("dark").header("Referer", "http://localhost/tilleuls/calendrier?vue=mois"))
        .andExpect(redirectedUrl("/tilleuls/calendrier?vue=mois"));
    web.perform(get("/composants").cookie(brands.session(me.user())))
        .andExpect(content().string(containsString("data-theme=\"dark\"")));
  }

  @Test
  void anotherHouseIsNeverGoneBackTo() throws Exception {
    web.perform(choosing("light").header("Referer", "https://ailleurs.example//ailleurs.example/"))
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void aThemeThatIsNotDrawnIsRefused() throws Exception {
    web.perform(choosing("rose")).andExpect(status().isBadRequest());
  }

  private MockHttpServletRequestBuilder choosing(String theme) {
    return post("/compte/apparence").param("theme", theme)
        .with(csrf()).cookie(brands.session(me.user()));
  }
}
