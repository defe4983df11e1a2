package fr.palabre.identity.entry;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class OpenFormsTest {
  @Autowired MockMvc web;
  @Autowired Brands brands;

  @Test
  void readingAPageLeavesTheFormsOfTheOthersValid() throws Exception {
    var me = brands.member(brands.brand(), Role.COMMUNITY_MANAGER);
    web.perform(get("/composants")
            .cookie(brands.session(me.user()), new Cookie("palabre_csrf", "kept")))
        .andExpect(status().isOk())
        .andExpect(cookie().doesNotExist("palabre_csrf"));
  }
}
