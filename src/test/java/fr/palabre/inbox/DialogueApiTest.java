package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;
import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on when they speak for a brand. */
@InboxTest
class DialogueApiTest {
  private static final String YES = "{\"text\": \"Oui, dès dix heures.\"}";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Talk talk;
  private Workspace brand;
  private AccountId account;
  private Member claire;
  private ApiCalls api;

  @BeforeEach
  void aQuestionWaits() {
    brand = brands.brand();
    account = talk.account(brand);
    claire = brands.member(brand, Role.COMMUNITY_MANAGER);
    api = ApiCalls.of(mvc, brands, claire);
    talk.published(brand, account, "post", "Portes ouvertes");
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
  }

  @Test
  void theSameKeyTwiceAnswersOnce() throws Exception {
    var path = conversation();
    var etag = api.get(path).getHeader("ETag");
    for (int n = 0; n < 2; n++) {
      var answered = api.send(api.request(POST, path + "/replies").content(YES)
          .contentType(MediaType.APPLICATION_JSON)
          .header("If-Match", etag).header("Idempotency-Key", "reponse-1"));
      assertThat(answered.getStatus()).isEqualTo(202);
    }
    assertThat(talk.count(brand, "delivery_delivery")).isOne();
    var said = json(api.get(path + "/messages")).get("items");
    assertThat(said.findValuesAsString("state")).containsExactly("SENDING");
  }

  @Test
  void anAnswerWrittenBeforeTheLastMessageIsRefused() throws Exception {
    var path = conversation();
    var etag = api.get(path).getHeader("ETag");
    talk.says(brand, account, MAELLE, "m2", "m1", "Ou plutôt dimanche ?");
    assertThat(api.write(POST, path + "/replies", etag, YES).getStatus()).isEqualTo(412);
    assertThat(talk.count(brand, "delivery_delivery")).isZero();
  }

  @Test
  void anAnswerTooLongForTheNetworkIsNotSent() throws Exception {
    var path = conversation();
    var etag = api.get(path).getHeader("ETag");
    var refused = api.write(POST, path + "/replies", etag,
        "{\"text\": \"" + "a".repeat(Parlour.LONGEST + 1) + "\"}");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("reply-too-long");
  }

  @Test
  void aConversationIsGivenClosedAndOpenedAgain() throws Exception {
    var path = conversation();
    var given = api.write(PUT, path + "/assignee", api.get(path).getHeader("ETag"),
        "{\"memberId\": \"" + claire.userId() + "\"}");
    assertThat(json(given).get("assigneeId").asString()).isEqualTo(claire.userId().toString());
    var closed = api.write(PUT, path + "/closure", given.getHeader("ETag"), "{}");
    assertThat(json(closed).has("closedAt")).isTrue();
    assertThat(json(api.get("/conversations?view=TO_ANSWER")).get("items").size()).isZero();
    var open = api.write(DELETE, path + "/closure", closed.getHeader("ETag"), "");
    assertThat(json(open).has("closedAt")).isFalse();
    assertThat(json(open).has("waitingSince")).isTrue();
  }

  @Test
  void aReaderReadsAndDoesNotAnswer() throws Exception {
    var path = conversation();
    var reader = ApiCalls.of(mvc, brands, brands.member(brand, Role.READER));
    assertThat(reader.get(path + "/messages").getStatus()).isEqualTo(200);
    assertThat(reader.write(POST, path + "/replies", "*", YES).getStatus()).isEqualTo(403);
  }

  @Test
  void anotherBrandsResourceIsNotFound() throws Exception {
    var path = conversation();
    var other = ApiCalls.of(mvc, brands, brands.member(brands.brand(), Role.ADMINISTRATOR));
    assertThat(other.get(path).getStatus()).isEqualTo(404);
    assertThat(other.write(POST, path + "/replies", "*", YES).getStatus()).isEqualTo(404);
    var person = json(api.get(path)).get("personId").asString();
    assertThat(api.get("/people/" + person).getStatus()).isEqualTo(200);
    assertThat(other.get("/people/" + person).getStatus()).isEqualTo(404);
  }

  @Test
  void wordsAreSearchedInWhatWasSaidPageByPage() throws Exception {
    for (int n = 0; n < 3; n++) {
      talk.published(brand, account, "marche-" + n, "Marché");
      talk.says(brand, account, MAELLE, "q" + n, "marche-" + n, "Du levain au marché ?");
    }
    var first = api.get("/conversations/search?q=LEVAIN&limit=2");
    assertThat(json(first).get("items").size()).isEqualTo(2);
    assertThat(first.getHeader("Link")).contains("rel=\"next\"");
    var rest = json(api.get("/conversations/search?q=LEVAIN&limit=2&cursor="
        + json(first).get("next").asString()));
    assertThat(rest.get("items").size()).isEqualTo(1);
    assertThat(json(first).get("items").findValuesAsString("id"))
        .doesNotContainAnyElementsOf(rest.get("items").findValuesAsString("id"));
    assertThat(json(api.get("/conversations/search?q=chocolat")).get("items").size()).isZero();
    assertThat(api.get("/conversations/search?q=").getStatus()).isEqualTo(400);
  }

  private String conversation() throws Exception {
    var items = json(api.get("/conversations")).get("items");
    return "/conversations/" + items.get(0).get("id").asString();
  }
}
