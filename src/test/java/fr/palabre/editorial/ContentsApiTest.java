package fr.palabre.editorial;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Role;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on when they write contents. */
@PalabreTest
@Import(Desk.class)
class ContentsApiTest {
  private static final String BREAD = "{\"text\": \"Le pain sort du four à 16 h.\"}";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Desk.Hand hand;
  private Member writer;
  private ApiCalls api;

  @BeforeEach
  void arrive() {
    writer = brands.member(brands.brand(), Role.COMMUNITY_MANAGER);
    api = ApiCalls.of(mvc, brands, writer);
  }

  @Test
  void theSameKeyTwiceCreatesOneContent() throws Exception {
    var first = api.post("/contents", BREAD, "fournee-1");
    var second = api.post("/contents", BREAD, "fournee-1");
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
    assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
    assertThat(second.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(items("/contents")).isEqualTo(1);
  }

  @Test
  void aKeyDoesNotServeForAnotherRequest() throws Exception {
    api.post("/contents", BREAD, "fournee-2");
    var other = api.post("/contents", "{\"text\": \"Autre chose.\"}", "fournee-2");
    assertThat(other.getStatus()).isEqualTo(422);
    assertThat(other.getContentType()).startsWith("application/problem+json");
    assertThat(json(other).get("code").asString()).isEqualTo("key-reused");
    assertThat(items("/contents")).isEqualTo(1);
  }

  @Test
  void aRefusedWriteChangesNothingAndLeavesItsKeyFree() throws Exception {
    var unknown = "{\"adaptations\": [{\"accountId\": \"019ab0de-0000-7000-8000-000000000002\"}]}";
    var refused = api.post("/contents", unknown, "fournee-3");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("unknown-account");
    assertThat(items("/contents")).isZero();
    assertThat(api.post("/contents", BREAD, "fournee-3").getStatus()).isEqualTo(201);
  }

  @Test
  void theKeysOfTwoTokensAreNotTheSame() throws Exception {
    var other = ApiCalls.of(mvc, brands, writer);
    api.post("/contents", BREAD, "fournee-4");
    assertThat(other.post("/contents", BREAD, "fournee-4").getHeader("Idempotent-Replayed"))
        .isNull();
    assertThat(items("/contents")).isEqualTo(2);
  }

  @Test
  void aStaleUpdateIsRefused() throws Exception {
    var read = api.post("/contents", BREAD);
    var path = "/contents/" + ApiCalls.id(read);
    var etag = read.getHeader("ETag");
    var changed = api.write(PUT, path, etag, "{\"text\": \"À 17 h.\"}");
    assertThat(changed.getStatus()).isEqualTo(200);
    var stale = api.write(PUT, path, etag, "{\"text\": \"À 18 h.\"}");
    assertThat(stale.getStatus()).isEqualTo(412);
    assertThat(json(api.get(path)).get("text").asString()).isEqualTo("À 17 h.");
  }

  @Test
  void anUpdateSaysWhatItRead() throws Exception {
    var path = "/contents/" + ApiCalls.id(api.post("/contents", BREAD));
    assertThat(api.send(api.request(DELETE, path)).getStatus()).isEqualTo(428);
    assertThat(api.get(path).getStatus()).isEqualTo(200);
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    var read = api.post("/contents", BREAD);
    var path = "/contents/" + ApiCalls.id(read);
    var again = api.send(api.request(GET, path).header("If-None-Match", read.getHeader("ETag")));
    assertThat(again.getStatus()).isEqualTo(304);
    assertThat(again.getContentAsByteArray()).isEmpty();
  }

  @Test
  void aTokenNeverDoesMoreThanItsPermissions() throws Exception {
    var brand = writer.workspace();
    var administrator = brands.member(brand, Role.ADMINISTRATOR);
    var reading = new ApiCalls(mvc, brands.bearer(administrator, Permission.CONTENT_READ),
        brand.slug());
    var path = "/contents/" + ApiCalls.id(api.post("/contents", BREAD));
    assertThat(reading.get(path).getStatus()).isEqualTo(200);
    assertThat(reading.post("/contents", BREAD).getStatus()).isEqualTo(403);
    assertThat(reading.send(reading.request(POST, path + "/approval")).getStatus()).isEqualTo(403);
    var reader = new ApiCalls(mvc, brands.bearer(brands.member(brand, Role.READER)), brand.slug());
    assertThat(reader.post("/contents", BREAD).getStatus()).isEqualTo(403);
  }

  @Test
  void anotherBrandsResourceIsNotFound() throws Exception {
    var theirs = ApiCalls.of(mvc, brands, brands.member(brands.brand(), Role.ADMINISTRATOR));
    var id = ApiCalls.id(theirs.post("/contents", BREAD));
    assertThat(api.get("/contents/" + id).getStatus()).isEqualTo(404);
    assertThat(api.write(PUT, "/contents/" + id, "*", BREAD).getStatus()).isEqualTo(404);
    var there = new ApiCalls(mvc, api.bearer(), theirs.brand());
    assertThat(there.get("/contents/" + id).getStatus()).isEqualTo(404);
  }

  @Test
  void aListIsReadPageByPageWithoutLossOrRepeat() throws Exception {
    for (int n = 0; n < 5; n++) api.post("/contents", BREAD);
    var seen = new ArrayList<String>();
    var page = api.get("/contents?limit=2");
    while (true) {
      json(page).get("items").forEach(item -> seen.add(item.get("id").asString()));
      var next = json(page).get("next");
      if (next == null) break;
      assertThat(page.getHeader("Link")).contains("cursor=" + next.asString(), "rel=\"next\"");
      page = api.get("/contents?limit=2&cursor=" + next.asString());
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(api.get("/contents?cursor=abc").getStatus()).isEqualTo(400);
    assertThat(api.get("/contents?limit=101").getStatus()).isEqualTo(422);
  }

  @Test
  void aContentIsValidatedByAnotherExactlyAsItWasRead() throws Exception {
    var account = hand.account(writer.workspace(), Desk.NOTE);
    var draft = "{\"text\": \"Le pain\", \"adaptations\": [{\"accountId\": \"" + account + "\"}]}";
    var path = "/contents/" + ApiCalls.id(api.post("/contents", draft));
    var submitted = api.post(path + "/submission", "{}");
    assertThat(json(submitted).get("stage").asString()).isEqualTo("SUBMITTED");
    var manager =
        ApiCalls.of(mvc, brands, brands.member(writer.workspace(), Role.MANAGER));
    var read = manager.get(path).getHeader("ETag");
    api.write(PUT, path, read, draft.replace("Le pain", "La brioche"));
    assertThat(manager.write(POST, path + "/approval", read, "{}").getStatus()).isEqualTo(412);
    var again = manager.get(path).getHeader("ETag");
    var approved = manager.write(POST, path + "/approval", again, "{}");
    assertThat(json(approved).get("approved").asBoolean()).isTrue();
    assertThat(json(approved).get("stage").asString()).isEqualTo("APPROVED");
  }

  @Test
  void aMoveKeepsTheBrandsWallClock() throws Exception {
    var read = api.post("/contents", BREAD);
    var path = "/contents/" + ApiCalls.id(read);
    var moved = api.write(PUT, path + "/date", read.getHeader("ETag"),
        "{\"at\": \"2026-11-26T08:30:00Z\"}");
    assertThat(json(moved).get("plannedAt").asString()).isEqualTo("2026-11-26T09:30:00+01:00");
    var past = api.write(PUT, path + "/date", moved.getHeader("ETag"),
        "{\"at\": \"2020-01-01T08:30:00Z\"}");
    assertThat(past.getStatus()).isEqualTo(422);
  }

  @Test
  void aContentThatANetworkWouldRefuseIsNotSubmitted() throws Exception {
    var path = "/contents/" + ApiCalls.id(api.post("/contents", "{}"));
    var refused = api.post(path + "/submission", "{}");
    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(json(refused).get("code").asString()).isEqualTo("not-sound");
    assertThat(json(refused).get("checks").findValuesAsString("kind"))
        .contains("EMPTY", "NO_ACCOUNT");
  }

  @Test
  void aCopySaysTheSameWithoutADate() throws Exception {
    var first = api.post("/contents", BREAD);
    var copy = api.post("/contents/" + ApiCalls.id(first) + "/copies", "");
    assertThat(copy.getStatus()).isEqualTo(201);
    assertThat(json(copy).get("text")).isEqualTo(json(first).get("text"));
    assertThat(json(copy).has("plannedAt")).isFalse();
    assertThat(ApiCalls.id(copy)).isNotEqualTo(ApiCalls.id(first));
    assertThat(api.get("/contents/" + ApiCalls.id(copy)).getHeader("ETag"))
        .isEqualTo(copy.getHeader("ETag"));
  }

  @Test
  void aCancelledContentIsTakenUpAgainOnce() throws Exception {
    var path = "/contents/" + ApiCalls.id(api.post("/contents", BREAD));
    var etag = api.get(path).getHeader("ETag");
    var cancelled = api.write(POST, path + "/cancellation", etag, "");
    assertThat(json(cancelled).get("stage").asString()).isEqualTo("CANCELLED");
    assertThat(api.write(POST, path + "/cancellation", etag, "").getStatus()).isEqualTo(412);
    var reopened = api.write(DELETE, path + "/cancellation", cancelled.getHeader("ETag"), "");
    assertThat(json(reopened).get("stage").asString()).isEqualTo("DRAFT");
    var again = api.write(DELETE, path + "/cancellation", reopened.getHeader("ETag"), "");
    assertThat(json(again).get("code").asString()).isEqualTo("not-cancelled");
  }

  @Test
  void aCardIsShownForTheFirstLinkUntilItIsTakenAway() throws Exception {
    var created = api.post("/contents", "{\"text\": \"Voir https://exemple.test/pain\"}");
    var card = "/contents/" + ApiCalls.id(created) + "/link-card";
    assertThat(api.get(card).getStatus()).isEqualTo(404);
    var put = api.write(PUT, card, created.getHeader("ETag"), "{\"title\": \"Le pain\"}");
    assertThat(put.getStatus()).isEqualTo(200);
    assertThat(json(api.get(card)).get("url").asString()).isEqualTo("https://exemple.test/pain");
    assertThat(json(api.get(card)).get("title").asString()).isEqualTo("Le pain");
    assertThat(api.write(DELETE, card, put.getHeader("ETag"), "").getStatus()).isEqualTo(200);
    assertThat(api.get(card).getStatus()).isEqualTo(404);
  }

  @Test
  void aContentWithoutALinkTakesNoCard() throws Exception {
    var created = api.post("/contents", BREAD);
    var refused = api.write(PUT, "/contents/" + ApiCalls.id(created) + "/link-card",
        created.getHeader("ETag"), "{\"title\": \"Le pain\"}");
    assertThat(json(refused).get("code").asString()).isEqualTo("no-link");
  }

  @Test
  void aPageOfOnesOwnNetworkIsNotReadForACaller() throws Exception {
    var begun = mvc.perform(api.request(GET, "/link-cards").param("url", "http://10.0.0.1/"))
        .andReturn();
    var refused = mvc.perform(asyncDispatch(begun)).andReturn().getResponse();
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("link-not-public");
  }

  private int items(String path) throws Exception {
    return json(api.get(path)).get("items").size();
  }
}
