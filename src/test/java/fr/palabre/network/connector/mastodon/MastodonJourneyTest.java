package fr.palabre.network.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.platform.Ids;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** From the house's own pages to a server and back, then to work. */
@PalabreTest
class MastodonJourneyTest {
  private static final Pattern WAY = Pattern.compile("href=\"([^\"]+/oauth/authorize[^\"]+)\"");
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired NetworkCalls calls;
  private final MastodonStandIn network = new MastodonStandIn();
  private Workspace brand;
  private Member me;

  @BeforeEach
  void enter() {
    brand = brands.brand();
    me = brands.member(brand, Role.ADMINISTRATOR);
  }

  @AfterEach
  void leave() {
    network.wire.close();
  }

  @Test
  void whoSaysYesOnTheirServerComesBackWithTheBrandsAccount() throws Exception {
    connect();
    var account = account();
    assertThat(account.handle()).isEqualTo("fournil@mastodon.exemple");
    assertThat(account.standing()).isEqualTo(Standing.CONNECTED);
    assertThat(accounts.limits(account).maxLength()).isEqualTo(1_000);
    var outcome = calls.call(account, PublishesPosts.class, (mastodon, session) ->
        mastodon.publish(session, PostDraft.of("Bonjour"), new DeliveryKey(Ids.next())));
    assertThat(outcome).isInstanceOf(Delivered.class);
    assertThat(network.posts()).isEqualTo(1);
    assertThat(look(account)).isInstanceOf(Reading.Read.class);
  }

  @Test
  void anAccountWhoseTokenWasTakenBackIsConnectedAgainWithItsHistory() throws Exception {
    connect();
    var first = account();
    network.next("GET", "/api/v1/notifications", MastodonStandIn.written(401, "error-revoked"));
    assertThat(look(first)).isInstanceOf(Reading.Disconnected.class);
    assertThat(account().standing()).isEqualTo(Standing.DISCONNECTED);
    connect();
    assertThat(account().standing()).isEqualTo(Standing.CONNECTED);
    assertThat(account().id()).isEqualTo(first.id());
  }

  @Test
  void aServerThatIsNoneIsSaidOnTheForm() throws Exception {
    network.next("POST", "/api/v1/apps", MastodonStandIn.written(404, "error-not-found"));
    var page = sendTo(network.wire.address().toString());
    assertThat(page.getContentAsString())
        .contains("127.0.0.1", "Record not found", "Rien n’a été enregistré");
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  private void connect() throws Exception {
    var left = sendTo(network.wire.address().toString());
    var way = WAY.matcher(left.getContentAsString());
    assertThat(way.find()).isTrue();
    var back = sentBackFrom(URI.create(HtmlUtils.htmlUnescape(way.group(1))));
    mvc.perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery()))
        .cookie(session(), left.getCookie("palabre_connexion")));
  }

  private MockHttpServletResponse sendTo(String server) throws Exception {
    return mvc.perform(post("/" + brand.slug() + "/reseaux/nouveau/mastodon")
            .param("server", server).cookie(session()).with(csrf()))
        .andReturn().getResponse();
  }

  /** What the person's browser does: it goes there, and is sent back. */
  private static URI sentBackFrom(URI server) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      var answer = browser.send(HttpRequest.newBuilder(server).build(), BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("location").orElseThrow());
    }
  }

  private Reading<ActivityPage> look(ConnectedAccount account) {
    return calls.call(account, ReadsActivity.class, (mastodon, session) ->
        mastodon.activity(session, null));
  }

  private ConnectedAccount account() {
    return accounts.connected(brand.id()).getFirst();
  }

  private Cookie session() {
    return brands.session(me.user());
  }
}
