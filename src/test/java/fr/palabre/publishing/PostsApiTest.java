package fr.palabre.publishing;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.editorial.Content;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.FakeNetwork;
import org.junit.jupiter.api.Test;

/** What programs may rely on about what goes out. */
class PostsApiTest extends PublishingScene {
  @Test
  void aPostTellsWhatItTookToSendIt() throws Exception {
    var path = path(scheduled("Le pain est prêt", NOON));
    at(AT_NOON);
    var out = json(api().get(path));
    assertThat(out.get("state").asString()).isEqualTo("OUT");
    assertThat(out.get("dueAt").asString()).isEqualTo("2026-11-23T12:00:00+01:00");
    var attempts = json(api().get(path + "/attempts")).get("items");
    assertThat(attempts.findValuesAsString("result")).containsExactly("DELIVERED");
    assertThat(attempts.findValuesAsString("deliverySubject")).containsExactly("post");
    assertThat(json(api().get("/posts?state=OUT")).get("items").size()).isOne();
    assertThat(json(api().get("/posts?state=WAITING")).get("items").size()).isZero();
  }

  @Test
  void aDeletedPostTellsItsWholeStory() throws Exception {
    var path = path(scheduled("Le pain est prêt", "Il en reste", NOON));
    assertThat(api().write(DELETE, path, api().get(path).getHeader("ETag"), "").getStatus())
        .isEqualTo(409);
    at(AT_NOON);
    api().write(DELETE, path, api().get(path).getHeader("ETag"), "");
    sender.runDue();
    assertThat(json(api().get(path)).get("state").asString()).isEqualTo("REMOVED");
    assertThat(json(api().get(path + "/attempts")).get("items").findValuesAsString("deliverySubject"))
        .containsExactly("post", "first-reply", "post-removal", "post-removal");
  }

  @Test
  void aCancelledPostNeverGoesOut() throws Exception {
    var path = path(scheduled("Le pain est prêt", NOON));
    var etag = api().get(path).getHeader("ETag");
    var cancelled = api().write(POST, path + "/cancellation", etag, "");
    assertThat(json(cancelled).get("state").asString()).isEqualTo("CANCELLED");
    at(AT_NOON);
    assertThat(json(api().get(path)).get("state").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void aPostThatIsOutIsNotMoved() throws Exception {
    var path = path(scheduled("Le pain est prêt", NOON));
    at(AT_NOON);
    var refused = api().write(PUT, path + "/date", api().get(path).getHeader("ETag"),
        "{\"at\": \"2026-11-24T12:00:00+01:00\"}");
    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(json(refused).get("code").asString()).isEqualTo("already-out");
  }

  @Test
  void aFrozenBrandSendsNothingUntilItIsThawedAndReleased() throws Exception {
    var path = path(scheduled("Le pain est prêt", NOON));
    var manager = ApiCalls.of(mvc, brands, this.manager);
    assertThat(manager.post("/freezes", "{\"reason\": \"Panne\"}").getStatus()).isEqualTo(201);
    at(AT_NOON);
    assertThat(json(api().get(path)).get("state").asString()).isEqualTo("WAITING");
    var freeze = json(manager.get("/freezes")).at("/items/0/id").asString();
    var thawed = manager.send(
        manager.request(DELETE, "/freezes/" + freeze));
    assertThat(json(thawed).get("held").asInt()).isOne();
    manager.write(POST, path + "/release", api().get(path).getHeader("ETag"), "");
    sender.runDue();
    assertThat(json(api().get(path)).get("state").asString()).isEqualTo("OUT");
  }

  @Test
  void aPublishedMessageIsCorrectedByWhoeverMayValidate() throws Exception {
    var path = path(scheduled("Le pain sort à 16 h", NOON));
    at(AT_NOON);
    var message = path + "/messages/" + json(api().get(path + "/messages"))
        .at("/items/0/id").asString();
    var etag = api().get(message).getHeader("ETag");
    var words = "{\"text\": \"Le pain sort à 17 h\"}";
    assertThat(api().write(PUT, message, etag, words).getStatus()).isEqualTo(403);
    var asManager = ApiCalls.of(mvc, brands, manager);
    assertThat(asManager.write(PUT, message, etag, words).getStatus()).isEqualTo(202);
    sender.runDue();
    assertThat(network.acts).hasSize(1).first().asString().startsWith("edit ");
    assertThat(json(api().get(message)).get("text").asString()).isEqualTo("Le pain sort à 17 h");
    assertThat(asManager.write(PUT, message, etag, words).getStatus()).isEqualTo(412);
  }

  @Test
  void wordsTooLongForTheNetworkCorrectNothing() throws Exception {
    var path = path(scheduled("Le pain sort à 16 h", NOON));
    at(AT_NOON);
    var message = path + "/messages/" + json(api().get(path + "/messages"))
        .at("/items/0/id").asString();
    var refused = ApiCalls.of(mvc, brands, manager).write(PUT, message,
        api().get(message).getHeader("ETag"), "{\"text\": \"" + "a".repeat(301) + "\"}");
    assertThat(json(refused).get("code").asString()).isEqualTo("words-refused");
    sender.runDue();
    assertThat(network.acts).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsSettledByAProgramThatLooked() throws Exception {
    var delivery = inDoubt();
    var before = api().get(delivery);
    assertThat(json(before).get("state").asString()).isEqualTo("UNKNOWN");
    assertThat(json(before).get("undecided").asBoolean()).isTrue();
    var settled = api().write(POST, delivery + "/decisions", before.getHeader("ETag"),
        "{\"decision\": \"WENT_OUT\"}");
    assertThat(json(settled).get("state").asString()).isEqualTo("DELIVERED");
    sender.runDue();
    assertThat(network.texts()).containsExactly("Le pain est prêt");
    assertThat(json(api().get("/deliveries")).get("items").size()).isZero();
  }

  @Test
  void whatWasNotSentIsSentAgainOnAPersonsWordOnce() throws Exception {
    network.next(FakeNetwork.CUT);
    var delivery = inDoubt();
    var etag = api().get(delivery).getHeader("ETag");
    var word = "{\"decision\": \"NOT_SENT\"}";
    assertThat(api().write(POST, delivery + "/decisions", etag, word).getStatus()).isEqualTo(200);
    assertThat(api().write(POST, delivery + "/decisions", etag, word).getStatus()).isEqualTo(412);
    sender.runDue();
    assertThat(network.texts()).containsExactly("Le pain est prêt");
  }

  @Test
  void aDecisionThatDoesNotSuitChangesNothing() throws Exception {
    var delivery = inDoubt();
    var refused = api().write(POST, delivery + "/decisions",
        api().get(delivery).getHeader("ETag"), "{\"decision\": \"RETRY\"}");
    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(json(refused).get("code").asString()).isEqualTo("not-decidable");
  }

  private String inDoubt() throws Exception {
    network.readable = false;
    network.next(FakeNetwork.ACCEPT_THEN_CUT);
    scheduled("Le pain est prêt", NOON);
    at(AT_NOON);
    for (int i = 1; i < 9; i++) at(AT_NOON.plusSeconds(1800L * i));
    return "/deliveries/" + json(api().get("/deliveries")).at("/items/0/id").asString();
  }

  private String path(Content content) {
    return "/posts/" + post(content).id();
  }

  private ApiCalls api() {
    return ApiCalls.of(mvc, brands, writer);
  }
}
