package fr.palabre.identity.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Role;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class ApiDoorTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired ApiTokens tokens;
  @Autowired MovableClock clock;
  private Member admin;

  @BeforeEach
  void anAdministrator() {
    clock.set(MovableClock.START);
    admin = brands.member(brands.brand(), Role.ADMINISTRATOR);
  }

  @Test
  void aTokenIsItsPersonInItsBrand() throws Exception {
    var answer = calls(EnumSet.allOf(Permission.class)).get("");
    var json = ApiCalls.json(answer);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(json.get("slug").asString()).isEqualTo(admin.workspace().slug());
    assertThat(json.at("/tokenHolder/id").asString()).isEqualTo(admin.userId().toString());
  }

  @Test
  void aTokenMayNoMoreThanItWasGiven() throws Exception {
    var calls = calls(EnumSet.of(Permission.CONTENT_READ));
    assertThat(calls.get("/members").getStatus()).isEqualTo(200);
    assertThat(calls.get("/invitations").getStatus()).isEqualTo(403);
  }

  @Test
  void aTokenMayNoMoreThanItsPersonEvenIfItWasGivenMore() throws Exception {
    var reader = brands.member(admin.workspace(), Role.READER);
    var calls = ApiCalls.of(mvc, brands, reader);
    assertThat(calls.get("/invitations").getStatus()).isEqualTo(403);
    assertThat(ApiCalls.json(calls.get("")).at("/tokenHolder/permissions").size())
        .isEqualTo(Role.READER.permissions().size());
  }

  @Test
  void nobodyGivesATokenMoreThanTheyMayThemselves() {
    var reader = brands.member(admin.workspace(), Role.READER);
    create(reader, EnumSet.of(Permission.CONTENT_READ, Permission.TEAM_MANAGE));
    assertThat(brands.within(admin.workspace(), () -> tokens.of(reader)).getFirst().permissions())
        .containsExactly(Permission.CONTENT_READ);
  }

  @Test
  void aTokenOfAnotherBrandFindsNothingHere() throws Exception {
    var other = brands.member(brands.brand(), Role.ADMINISTRATOR);
    var calls = new ApiCalls(mvc, brands.bearer(other), admin.workspace().slug());
    assertThat(calls.get("").getStatus()).isEqualTo(404);
  }

  @Test
  void aTokenRevokedOpensNothing() throws Exception {
    var calls = calls(EnumSet.allOf(Permission.class));
    var id = brands.within(admin.workspace(), () -> tokens.of(admin)).getFirst().id();
    Browsing.as(mvc, brands, admin).post("jetons/" + id + "/retrait");
    assertThat(calls.get("").getStatus()).isEqualTo(401);
  }

  @Test
  void aTokenEndsWhenItsPersonLeavesTheBrand() throws Exception {
    var writer = brands.member(admin.workspace(), Role.COMMUNITY_MANAGER);
    var calls = ApiCalls.of(mvc, brands, writer);
    Browsing.as(mvc, brands, admin).post("equipe/" + writer.user() + "/retrait");
    assertThat(calls.get("").getStatus()).isEqualTo(401);
  }

  @Test
  void aBrowsersCookieOpensNothingHere() throws Exception {
    var answer = mvc.perform(get("/api/v1/" + admin.workspace().slug())
        .cookie(brands.session(admin.user()))).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(ApiCalls.json(answer).get("code").asString()).isEqualTo("unauthenticated");
  }

  @Test
  void aRefusalIsAProblemWithItsCode() throws Exception {
    var calls = calls(EnumSet.allOf(Permission.class));
    var last = calls.send(calls.request(HttpMethod.DELETE, "/members/" + admin.user())
        .header("If-Match", "*"));
    assertThat(last.getStatus()).isEqualTo(409);
    assertThat(ApiCalls.json(last).get("code").asString()).isEqualTo("last-administrator");
    assertThat(ApiCalls.json(calls.post("/invitations", "{\"email\":\"x\"}")).get("errors").size())
        .isEqualTo(2);
    assertThat(calls.post("/invitations", "{").getStatus()).isEqualTo(400);
  }

  @Test
  void anInvitationMadeByAProgramCarriesItsLink() throws Exception {
    var calls = calls(EnumSet.allOf(Permission.class));
    var made = calls.post("/invitations", "{\"role\":\"READER\"}");
    assertThat(made.getStatus()).isEqualTo(201);
    assertThat(ApiCalls.json(made).get("link").asString()).contains("/invitation/");
  }

  @Test
  void aTokenTellsWhenItWasLastUsed() throws Exception {
    var calls = calls(EnumSet.of(Permission.CONTENT_READ));
    clock.advance(Duration.ofHours(3));
    calls.get("");
    assertThat(brands.within(admin.workspace(), () -> tokens.of(admin)).getFirst().usedAt())
        .isEqualTo(clock.instant());
  }

  @Test
  void theTokenIsShownOnceAndKeptNowhere() throws Exception {
    var browser = Browsing.as(mvc, brands, admin);
    var page = browser.post("jetons", "name", "Tableau de bord", "permissions", "CONTENT_READ");
    assertThat(page.getContentAsString()).contains("value=\"palabre_");
    assertThat(browser.get("jetons").getContentAsString()).contains("Tableau de bord")
        .doesNotContain("value=\"palabre_");
  }

  @Test
  void aTokenSeesItsPersonsTokensAndRevokesThemItselfIncluded() throws Exception {
    var calls = calls(EnumSet.of(Permission.CONTENT_READ));
    calls(EnumSet.of(Permission.INBOX_READ));
    var colleague = brands.member(admin.workspace(), Role.READER);
    brands.bearer(colleague, Permission.CONTENT_READ);
    var listed = ApiCalls.json(calls.get("/tokens")).get("items");
    assertThat(listed.size()).isEqualTo(2);
    assertThat(calls.get("/tokens").getContentAsString()).doesNotContain("palabre_");
    for (var token : listed)
      if (token.get("current").asBoolean())
        assertThat(calls.send(calls.request(HttpMethod.DELETE,
            "/tokens/" + token.get("id").asString())).getStatus()).isEqualTo(204);
    assertThat(calls.get("/tokens").getStatus()).isEqualTo(401);
  }

  private ApiCalls calls(Set<Permission> permissions) {
    return new ApiCalls(mvc, "Bearer " + create(admin, permissions), admin.workspace().slug());
  }

  private String create(Member person, Set<Permission> permissions) {
    return RowScope.bound(person.workspaceId().value(),
        () -> tokens.create(person, "test", permissions));
  }
}
