package fr.palabre.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.palabre.identity.Member;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Reads pages and sends forms with one session, or as a stranger. */
public record Browsing(MockMvc mvc, @Nullable Cookie session, String brand) {

  public static Browsing as(MockMvc mvc, Brands brands, Member me) {
    return new Browsing(mvc, brands.session(me.user()), me.workspace().slug());
  }

  public static Browsing stranger(MockMvc mvc) {
    return new Browsing(mvc, null, "");
  }

  /** The same person in another browser window that signed in by itself. */
  public Browsing with(Cookie other) {
    return new Browsing(mvc, other, brand);
  }

  public MockHttpServletResponse get(String path) throws Exception {
    return send(MockMvcRequestBuilders.get(address(path)));
  }

  /** Sends a form; fields are names and values in turn. */
  public MockHttpServletResponse post(String path, String... fields) throws Exception {
    var request = MockMvcRequestBuilders.post(address(path)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
    return send(request);
  }

  public MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    if (session != null) request.cookie(session);
    return mvc.perform(request).andReturn().getResponse();
  }

  /** The session a sign-in or a join opened. */
  public static Cookie opened(MockHttpServletResponse response) {
    return Objects.requireNonNull(response.getCookie("palabre_session"), "No session opened");
  }

  /** "equipe" is below the brand, "/compte" is not. */
  private String address(String path) {
    return path.startsWith("/") ? path : "/" + brand + "/" + path;
  }
}
