package fr.palabre.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.network.Credentials;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkId;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
@Import(OAuthJourneyTest.Elsewhere.class)
class OAuthJourneyTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired MovableClock clock;
  private Workspace brand;
  private Member me;
  private String state;
  private Cookie browser;

  @BeforeEach
  void leave() throws Exception {
    brand = brands.brand();
    me = brands.member(brand, Role.ADMINISTRATOR);
    var left = mvc.perform(post("/" + brand.slug() + "/reseaux/nouveau/elsewhere")
            .cookie(brands.session(me.user())).with(csrf()))
        .andReturn().getResponse();
    var link = Pattern.compile("https://elsewhere\\.example/authorize\\?state=([^\"&]+)")
        .matcher(left.getContentAsString());
    assertThat(link.find()).isTrue();
    state = link.group(1);
    browser = left.getCookie("palabre_connexion");
  }

  @Test
  void whoSaysYesThereComesBackWithTheAccountConnected() throws Exception {
    assertThat(back(me, browser, "yes").getRedirectedUrl())
        .isEqualTo("/" + brand.slug() + "/reseaux");
    assertThat(accounts.connected(brand.id())).singleElement()
        .satisfies(account -> assertThat(account.handle()).isEqualTo("remembered"));
  }

  @Test
  void aReturnCountsOnce() throws Exception {
    back(me, browser, "yes");
    accounts.remove(brand.id(), me.user(), accounts.connected(brand.id()).getFirst().id());
    back(me, browser, "yes");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  @Test
  void anotherBrowserCannotComeBackInOnesPlace() throws Exception {
    back(me, new Cookie("palabre_connexion", "guessed"), "yes");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  @Test
  void anotherPersonCannotComeBackInOnesPlace() throws Exception {
    back(brands.member(brand, Role.ADMINISTRATOR), browser, "yes");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  @Test
  void aPersonOfAnotherBrandFindsNothing() throws Exception {
    var stranger = brands.member(brands.brand(), Role.ADMINISTRATOR);
    assertThat(back(stranger, browser, "yes").getStatus()).isEqualTo(404);
  }

  @Test
  void whoseRoleMayNotConnectIsRefusedOnReturnToo() throws Exception {
    assertThat(back(brands.member(brand, Role.READER), browser, "yes").getStatus()).isEqualTo(403);
  }

  @Test
  void whoSaysNoThereConnectsNothing() throws Exception {
    back(me, browser, "");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  @Test
  void aReturnThatTookTooLongConnectsNothing() throws Exception {
    clock.advance(Duration.ofMinutes(16));
    back(me, browser, "yes");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  private MockHttpServletResponse back(Member who, Cookie from, String code) throws Exception {
    return mvc.perform(get("/reseaux/retour").param("state", state).param("code", code)
            .cookie(brands.session(who.user()), from))
        .andReturn().getResponse();
  }

  /** A network where one says yes on a page of its own. */
  static class Elsewhere implements ConnectsByOAuth {
    @Override
    public NetworkId id() {
      return new NetworkId("elsewhere");
    }

    @Override
    public String name() {
      return "Elsewhere";
    }

    @Override
    public Limits limits(ConnectedAccount account) {
      throw new IllegalStateException("Nothing is published there");
    }

    @Override
    public List<ConnectField> fields() {
      return List.of();
    }

    @Override
    public Authorization begin(Map<String, String> form, URI redirect, String state) {
      return new Authorization.GoTo(
          URI.create("https://elsewhere.example/authorize?state=" + state),
          Map.of("handle", "remembered", "redirect", redirect.toString()));
    }

    @Override
    public ConnectResult complete(Map<String, String> memory, String code, URI redirect) {
      assertThat(redirect).hasToString(memory.get("redirect"));
      return new ConnectResult.Connected("1", memory.get("handle"), "Ailleurs", null, Map.of(),
          new Credentials(Map.of("token", new Secret(code)), null), Set.of());
    }
  }
}
