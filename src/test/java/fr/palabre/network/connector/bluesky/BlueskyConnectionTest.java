package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectResult.Refused;
import fr.palabre.network.Credentials;
import fr.palabre.network.Reading;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class BlueskyConnectionTest {
  private static final String SIGN_IN = "com.atproto.server.createSession";
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky = new BlueskyConnector(
      OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, new MovableClock());

  @Test
  void anAppPasswordOpensTheAccountUntilItsTokenEnds() {
    signsInAs("createSession");
    var account = (Connected) connect(form());
    assertThat(account.remoteId()).isEqualTo(BlueskyStandIn.DID);
    assertThat(account.handle()).isEqualTo("brand.test");
    assertThat(account.displayName()).isEqualTo("brand.test");
    assertThat(account.settings()).isEqualTo(Map.of(
        "service", network.wire.address().toString(), "messages", "false"));
    assertThat(account.missingScopes()).containsExactly("direct messages");
    assertThat(account.credentials().expiresAt())
        .isEqualTo(Token.read(body("createSession").path("accessJwt").asString()).expiresAt());
    assertThat(account.credentials().secrets().keySet())
        .containsExactlyInAnyOrder("accessJwt", "refreshJwt");
  }

  @Test
  void anAppPasswordThatMayReadMessagesDoesSoWhereTheNetworkHasThem() {
    signsInAs("createSession-with-messages");
    assertThat(((Connected) connect(form())).settings()).containsEntry("messages", "false");
    signsInAs("createSession-with-messages");
    network.next("chat.bsky.convo.listConvos", Response.json(200, "{\"convos\":[]}"));
    var account = (Connected) connect(form());
    assertThat(account.settings()).containsEntry("messages", "true");
    assertThat(account.missingScopes()).isEmpty();
  }

  @Test
  void theAccountsOwnPasswordIsRefusedAndItsSessionClosed() {
    var session = (ObjectNode) body("createSession");
    network.next(SIGN_IN, Response.json(200,
        session.put("accessJwt", token("{\"scope\":\"com.atproto.access\"}")).toString()));
    assertThat(connect(form())).isEqualTo(refused("mainPassword"));
    assertThat(network.asked).endsWith("com.atproto.server.deleteSession");
  }

  @ParameterizedTest
  @CsvSource({
    "401, createSession-wrong-password, password",
    "401, createSession-taken-down, takedown",
    "429, rate-limit, throttled"
  })
  void aRefusedSignInSaysWhatToDo(int status, String name, String reason) {
    network.next(SIGN_IN, recorded(status, name));
    assertThat(connect(form())).isEqualTo(refused(reason));
  }

  @Test
  void aDeactivatedAccountIsNotConnected() {
    var session = (ObjectNode) body("createSession");
    network.next(SIGN_IN, Response.json(200, session.put("active", false).toString()));
    assertThat(connect(form())).isEqualTo(refused("inactive", "brand.test"));
  }

  @Test
  void anAddressThatIsNoSuchServerIsToldSo() {
    network.next(SIGN_IN, new Response(404, Map.of(), "<html>".getBytes()));
    assertThat(connect(form())).isEqualTo(refused("server", "127.0.0.1", "HTTP 404"));
    network.wire.close();
    assertThat(connect(form())).isEqualTo(refused("unreachable", "127.0.0.1"));
    assertThat(connect(Map.of("service", "ceci n’est pas", "identifier", "a", "password", "b")))
        .isEqualTo(refused("address"));
  }

  @Test
  void aReadingServiceThatDoesNotAnswerIsNotKept() {
    signsInAs("createSession");
    var form = Map.of("service", network.wire.address().toString(), "identifier", "brand.test",
        "password", "abcd-efgh-ijkl-mnop", "appview", "http://localhost:1");
    assertThat(connect(form)).isEqualTo(refused("appview", "localhost"));
  }

  @ParameterizedTest
  @CsvSource({
    "@Brand.Test , brand.test",
    "marque, marque.127.0.0.1",
    "contact@marque.test, contact@marque.test",
    "did:plc:abc, did:plc:abc"
  })
  void aHandleIsTakenAsPeopleWriteIt(String typed, String sent) {
    connect(Map.of("service", network.wire.address().toString(), "identifier", typed,
        "password", "abcd-efgh-ijkl-mnop"));
    assertThat(network.sent(SIGN_IN).getFirst().path("identifier").asString()).isEqualTo(sent);
  }

  @Test
  void renewingASessionBringsBothTokens() {
    var renewed = ((Reading.Read<Credentials>) bluesky.refresh(network.session())).value();
    assertThat(renewed.reveal("accessJwt"))
        .isEqualTo(body("refreshSession").path("accessJwt").asString());
    assertThat(renewed.reveal("refreshJwt"))
        .isEqualTo(body("refreshSession").path("refreshJwt").asString());
    assertThat(network.wire.received().getFirst().headers())
        .containsEntry("authorization", "Bearer refresh-token");
  }

  @Test
  void aWithdrawnAppPasswordEndsTheSession() {
    network.next("com.atproto.server.refreshSession", recorded(400, "refreshSession-revoked"));
    assertThat(bluesky.refresh(network.session()))
        .isEqualTo(new Reading.Disconnected<>("ExpiredToken"));
  }

  @Test
  void aTokenThatSaysNothingIsTakenAsItIs() {
    assertThat(Token.read("opaque")).isEqualTo(new Token(null, null));
    assertThat(Token.read(token("{\"exp\":1800000000,\"scope\":\"com.atproto.appPass\"}")))
        .isEqualTo(new Token("com.atproto.appPass", Instant.ofEpochSecond(1_800_000_000)));
  }

  private ConnectResult connect(Map<String, String> form) {
    return bluesky.connect(form);
  }

  private Map<String, String> form() {
    return Map.of("service", network.wire.address() + "/", "identifier", "brand.test",
        "password", " abcd-efgh-ijkl-mnop ", "appview", " ");
  }

  // As recorded, but living where the stand-in does.
  private void signsInAs(String name) {
    var session = (ObjectNode) body(name);
    ((ObjectNode) session.at("/didDoc/service/0"))
        .put("serviceEndpoint", network.wire.address().toString());
    network.next(SIGN_IN, Response.json(200, session.toString()));
  }

  private static Refused refused(String reason, String... arguments) {
    return new Refused("network.bluesky.refused." + reason, List.of(arguments));
  }

  private static String token(String claims) {
    return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + ".x";
  }
}
