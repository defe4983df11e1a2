package fr.palabre.publishing;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.editorial.Content;
import fr.palabre.identity.Role;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostsRead;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import fr.palabre.publishing.LateRule.Then;
import fr.palabre.testing.ApiCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** What programs may rely on about lateness, findings, clocks, pace and what happens elsewhere. */
class EdgesApiTest extends PublishingScene {
  @Autowired LatePolicy policy;
  @Autowired ClockRules rules;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;

  @Test
  void theBrandsLateRuleIsReplacedByWhoeverReadIt() throws Exception {
    var read = api().get("/late-rule");
    assertThat(json(read).get("minutes").asInt()).isEqualTo(120);
    var wish = "{\"minutes\": 15, \"then\": \"SKIP\"}";
    assertThat(api().write(PUT, "/late-rule", read.getHeader("ETag"), wish).getStatus())
        .isEqualTo(200);
    assertThat(api().write(PUT, "/late-rule", read.getHeader("ETag"), wish).getStatus())
        .isEqualTo(412);
    assertThat(in(() -> policy.of(brand.id())))
        .isEqualTo(new LateRule(Duration.ofMinutes(15), Then.SKIP));
    assertThat(audited()).contains("late.changed");
    assertThat(json(api().get(path(scheduled("Le pain", NOON)))).at("/lateRule/then").asString())
        .isEqualTo("SKIP");
  }

  @Test
  void aRuleBeyondAWeekIsRefused() throws Exception {
    var etag = api().get("/late-rule").getHeader("ETag");
    assertThat(api().write(PUT, "/late-rule", etag, "{\"minutes\": 99999, \"then\": \"ASK\"}")
        .getStatus()).isEqualTo(422);
  }

  @Test
  void aContentsOwnRuleHoldsForItsPostThatWaits() throws Exception {
    var content = scheduled("Le pain", NOON);
    var rule = "/contents/" + content.id() + "/late-rule";
    var read = api().get(rule);
    assertThat(json(read).has("minutes")).isFalse();
    assertThat(api().write(PUT, rule, read.getHeader("ETag"), "{\"minutes\": 0}").getStatus())
        .isEqualTo(200);
    assertThat(post(content).late()).isEqualTo(new LateRule(Duration.ZERO, Then.ASK));
  }

  @Test
  void whoMayNotPublishDoesNotChooseForWhatWaits() throws Exception {
    var content = scheduled("Le pain", NOON);
    var rule = "/contents/" + content.id() + "/late-rule";
    var designer = ApiCalls.of(mvc, brands, brands.member(brand, Role.DESIGNER));
    var etag = designer.get(rule).getHeader("ETag");
    assertThat(designer.write(PUT, rule, etag, "{\"minutes\": 0}").getStatus()).isEqualTo(403);
    assertThat(post(content).late()).isEqualTo(LateRule.USUAL);
  }

  @Test
  void whatStandsInAPostsWayIsToldAndLookedAtAgain() throws Exception {
    var content = scheduled("Le pain", NOON);
    var post = post(content);
    in(() -> jdbc.sql("""
            insert into publishing_finding (workspace_id, post_id, kind, detail, found_at)
            values (:workspace, :post, 'LINK', 'https://fournil.example/carte', now())
            """)
        .param("workspace", brand.id().value()).param("post", post.id().value()).update());
    var found = json(api().get(path(content) + "/findings")).get("items");
    assertThat(found.findValuesAsString("kind")).containsExactly("LINK");
    assertThat(json(api().get("/findings")).get("items").findValuesAsString("postId"))
        .containsExactly(post.id().toString());
    assertThat(json(api().post(path(content) + "/check", "{}")).get("items").size()).isZero();
    at(AT_NOON);
    assertThat(api().post(path(content) + "/check", "{}").getStatus()).isEqualTo(409);
  }

  @Test
  void aClockChangeIsDecidedOnce() throws Exception {
    var content = scheduled("Le pain", NOON.plusDays(1));
    in(() -> jdbc.sql("""
            update publishing_post set due_at = due_at + interval '1 hour'
             where workspace_id = :workspace
            """)
        .param("workspace", brand.id().value()).update());
    rules.check();
    var waits = json(api().get("/clock-changes")).at("/items/0");
    assertThat(waits.get("byHour").asString()).isEqualTo("2026-11-24T12:00:00+01:00");
    assertThat(waits.get("byInstant").asString()).isEqualTo("2026-11-24T13:00:00+01:00");
    var decision = "/clock-changes/" + waits.get("postId").asString() + "/decision";
    assertThat(json(api().post(decision, "{\"keep\": \"HOUR\"}")).get("dueAt").asString())
        .isEqualTo("2026-11-24T12:00:00+01:00");
    assertThat(code(api().post(decision, "{\"keep\": \"HOUR\"}"))).isEqualTo("clock-not-kept");
    assertThat(post(content).when().local()).isEqualTo(NOON.plusDays(1));
  }

  @Test
  void thePaceAndWhatADateRunsIntoAreTold() throws Exception {
    network.rules =
        List.of(new QuotaRule("posts", 1, Duration.ofHours(1), Map.of(Spending.PUBLISH, 1)));
    scheduled("La baguette", NOON);
    var content = write("La brioche", account);
    in(() -> contents.plan(writer, content.id(), NOON));
    var notes = json(api().get("/contents/" + content.id() + "/date/notes")).get("items");
    assertThat(notes.findValuesAsString("code"))
        .containsExactlyInAnyOrder("caution.close", "publishing.quota.hours");
    assertThat(notes.findValuesAsString("instead")).containsExactly("2026-11-23T13:00:00+01:00");
    var pace = api().get("/pace");
    assertThat(json(pace).get("minutesApart").asInt()).isEqualTo(30);
    var wish = "{\"minutesApart\": 0, \"daily\": 5}";
    assertThat(api().write(PUT, "/pace", pace.getHeader("ETag"), wish).getStatus()).isEqualTo(200);
    assertThat(api().write(PUT, "/pace", pace.getHeader("ETag"), wish).getStatus()).isEqualTo(412);
    assertThat(json(api().get("/contents/" + content.id() + "/date/notes")).get("items")
        .findValuesAsString("code")).containsExactly("publishing.quota.hours");
  }

  @Test
  void wordsChangedElsewhereAreSettledByAProgramThatReadThem() throws Exception {
    var content = scheduled("Le pain sort à 16 h", NOON);
    at(AT_NOON);
    var elsewhere = path(content) + "/elsewhere";
    assertThat(json(api().get(elsewhere)).get("messages")).isEmpty();
    in(() -> events.publishEvent(new PostsRead(brand.id(), account,
        Map.of(network.online.getFirst().remoteId(), new PostSeen(Map.of(), "À 17 h")),
        List.of(), AT_NOON.plusSeconds(3600))));
    var seen = api().get(elsewhere);
    var message = json(seen).get("messages").get(0);
    assertThat(message.get("words").asString()).isEqualTo("À 17 h");
    var ours = "{\"answer\": \"OURS\"}";
    var its = elsewhere + "/" + message.get("id").asString();
    assertThat(api().write(PUT, its, seen.getHeader("ETag"), ours).getStatus()).isEqualTo(200);
    sender.runDue();
    assertThat(network.acts).hasSize(1);
    assertThat(code(api().write(PUT, its, api().get(elsewhere).getHeader("ETag"), ours)))
        .isEqualTo("elsewhere-settled");
  }

  private static String code(MockHttpServletResponse refused) {
    assertThat(refused.getStatus()).isEqualTo(409);
    return json(refused).get("code").asString();
  }

  private List<String> audited() {
    return in(() -> jdbc.sql("select action from compliance_audit where workspace_id = :w")
        .param("w", brand.id().value()).query(String.class).list());
  }

  private String path(Content content) {
    return "/posts/" + post(content).id();
  }

  private ApiCalls api() {
    return ApiCalls.of(mvc, brands, writer);
  }
}
