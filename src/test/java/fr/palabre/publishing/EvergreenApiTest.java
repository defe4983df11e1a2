package fr.palabre.publishing;

import static fr.palabre.testing.ApiCalls.id;
import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.editorial.ContentId;
import fr.palabre.testing.ApiCalls;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What programs may rely on about what comes back of itself. */
class EvergreenApiTest extends PublishingScene {
  private static final String QUEUES = "/evergreen-queues";
  private static final String WISH = """
      {"name": "Conseils", "distanceDays": %d, "leadDays": 3,
       "slots": [{"day": "MONDAY", "at": "12:00"}, {"day": "THURSDAY", "at": "18:00"}]}
      """;
  private static final String LASTING = "{\"keepsApproval\": false}";
  UUID queue;

  @BeforeEach
  void aQueue() throws Exception {
    queue = id(api().post(QUEUES, WISH.formatted(60)));
  }

  @Test
  void aQueueTellsHowManyContentsFillIt() throws Exception {
    assertThat(json(api().get(QUEUES + "/" + queue)).get("contentsNeeded").asInt()).isEqualTo(18);
  }

  @Test
  void aDistanceThatTheWarningWouldContradictIsRefused() throws Exception {
    assertThat(api().post(QUEUES, WISH.formatted(30)).getStatus()).isEqualTo(422);
  }

  @Test
  void theHoursToComeSayWhatTheyHoldAndWhyNot() throws Exception {
    var added = add(queue, write("Le pain se garde dans un torchon", account).id());
    assertThat(json(added).get("times").asInt()).isEqualTo(1);
    var coming = json(api().get(QUEUES + "/" + queue + "/coming")).get("items");
    assertThat(coming.get(0).get("kind").asString()).isEqualTo("MADE");
    assertThat(coming.get(0).get("at").asString()).isEqualTo("2026-11-23T12:00:00+01:00");
    assertThat(coming.get(1).get("why").asString()).isEqualTo("ALL_RECENT");
    assertThat(coming.get(1).get("notBefore").asString()).isEqualTo("2027-01-22");
  }

  @Test
  void aContentStandsInOneQueueOnly() throws Exception {
    var tip = write("Le pain se garde dans un torchon", account).id();
    add(queue, tip);
    var other = id(api().post(QUEUES, WISH.formatted(60).replace("Conseils", "Maison")));
    assertThat(json(add(other, tip)).get("code").asString()).isEqualTo("evergreen-elsewhere");
  }

  @Test
  void aSeasonIsChangedOnWhatOneRead() throws Exception {
    var tip = write("Le pain se garde dans un torchon", account).id();
    var etag = Objects.requireNonNull(add(queue, tip).getHeader("ETag"));
    var path = QUEUES + "/" + queue + "/contents/" + tip;
    var changed = api().write(PUT, path, etag, "{\"most\": 1, \"keepsApproval\": false}");
    assertThat(json(changed).has("readyOn")).isFalse();
    assertThat(api().write(PUT, path, etag, LASTING).getStatus()).isEqualTo(412);
  }

  @Test
  void takenOutAContentComesBackNoMore() throws Exception {
    var tip = write("Le pain se garde dans un torchon", account).id();
    add(queue, tip);
    var path = QUEUES + "/" + queue + "/contents/" + tip;
    assertThat(api().write(DELETE, path, "", "").getStatus()).isEqualTo(204);
    var first = json(api().get(QUEUES + "/" + queue + "/coming")).get("items").get(0);
    assertThat(first.get("why").asString()).isEqualTo("NO_CONTENT");
  }

  private MockHttpServletResponse add(UUID queue, ContentId content) throws Exception {
    return api().post(QUEUES + "/" + queue + "/contents",
        "{\"contentId\": \"%s\", \"lasting\": %s}".formatted(content, LASTING));
  }

  private ApiCalls api() throws Exception {
    return ApiCalls.of(mvc, brands, manager);
  }
}
