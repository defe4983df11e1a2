package fr.palabre.publishing;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.editorial.Content;
import fr.palabre.testing.ApiCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on about what goes out. */
class PostsApiTest extends PublishingScene {
  @Autowired MockMvc mvc;

  @Test
  void aPostTellsWhatItTookToSendIt() throws Exception {
    var path = path(scheduled("Le pain est prêt", NOON));
    at(AT_NOON);
    var out = json(api().get(path));
    assertThat(out.get("state").asString()).isEqualTo("OUT");
    assertThat(out.get("dueAt").asString()).isEqualTo("2026-11-23T12:00:00+01:00");
    var attempts = json(api().get(path + "/attempts")).get("items");
    assertThat(attempts.findValuesAsString("result")).containsExactly("DELIVERED");
    assertThat(json(api().get("/posts?state=OUT")).get("items").size()).isOne();
    assertThat(json(api().get("/posts?state=WAITING")).get("items").size()).isZero();
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

  private String path(Content content) {
    return "/posts/" + post(content).id();
  }

  private ApiCalls api() {
    return ApiCalls.of(mvc, brands, writer);
  }
}
