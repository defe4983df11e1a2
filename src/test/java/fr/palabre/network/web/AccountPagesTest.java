package fr.palabre.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountHealths;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.HealthLight.State;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PalabreTest
class AccountPagesTest {
  private static final String NEW = "/reseaux/nouveau/village";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired AccountHealths healths;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Workspace brand;
  private Member me;

  @BeforeEach
  void member() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    me = brands.member(brand, Role.ADMINISTRATOR);
  }

  @Test
  void aBrandWithoutAccountIsShownWhereToBegin() throws Exception {
    as(me, get(at("/reseaux"))).andExpect(status().isOk())
        .andExpect(content().string(containsString(at("/reseaux/nouveau"))));
  }

  @Test
  void anAccountConnectedByItsFormStandsInTheList() throws Exception {
    connect("fournil").andExpect(redirectedUrl(at("/reseaux")));
    as(me, get(at("/reseaux"))).andExpect(content().string(containsString("@fournil")))
        .andExpect(content().string(containsString("Simulé")));
  }

  @Test
  void whatTheNetworkRefusesIsSaidAndWhatWasTypedStays() throws Exception {
    connect("nom avec espaces").andExpect(status().isOk())
        .andExpect(content().string(containsString("Rien n’a été connecté")))
        .andExpect(content().string(containsString("nom avec espaces")));
    assertThat(accounts.connected(brand.id())).isEmpty();
  }

  @Test
  void anAccountThatLostItsAccessSaysSoAndCanBeReconnected() throws Exception {
    connect("fournil");
    accounts.askToReconnect(brand.id(), account().id(), "key-refused");
    assertThat(light()).isEqualTo(State.BROKEN);
    as(me, get(at("/reseaux"))).andExpect(content().string(containsString("À reconnecter")));
    connect("fournil");
    assertThat(light()).isEqualTo(State.OK);
  }

  @Test
  void anAccountSilentLongerThanItsOwnHabitIsPointedAt() throws Exception {
    connect("fournil");
    brands.within(brand, () -> jdbc.sql("update network_cursor set usual_silence_seconds = 36000, "
        + "last_event_at = :now").param("now", java.sql.Timestamp.from(clock.instant())).update());
    clock.advance(Duration.ofHours(14));
    assertThat(light()).isEqualTo(State.OK);
    clock.advance(Duration.ofHours(2));
    assertThat(light()).isEqualTo(State.ATTENTION);
    as(me, get(at("/reseaux"))).andExpect(content().string(containsString("Silence inhabituel")));
  }

  @Test
  void aRemovedAccountLeavesTheListAndKeepsItsRow() throws Exception {
    connect("fournil");
    var account = account();
    as(me, post(at("/reseaux/" + account.id() + "/retrait"))).andExpect(status().is3xxRedirection());
    as(me, get(at("/reseaux"))).andExpect(content().string(not(containsString("@fournil"))));
    assertThat(accounts.account(brand.id(), account.id()).standing())
        .isEqualTo(ConnectedAccount.Standing.REMOVED);
  }

  @Test
  void anEventNobodyUnderstoodCanBeTriedAgainFromTheList() throws Exception {
    connect("fournil");
    var event = brands.within(brand, () -> jdbc.sql("""
            insert into network_raw_event (workspace_id, account_id, external_id, payload,
                                           received_at, failed_at, error)
            values (:workspace, :account, 'odd', '{}', :now, :now, 'Without at') returning id
            """)
        .param("workspace", brand.id().value()).param("account", account().id().value())
        .param("now", java.sql.Timestamp.from(clock.instant()))
        .query(java.util.UUID.class).single());
    as(me, get(at("/reseaux"))).andExpect(content().string(containsString("Without at")));
    as(me, post(at("/reseaux/incompris/" + event + "/essai")))
        .andExpect(status().is3xxRedirection());
    as(me, post(at("/reseaux/incompris/essai"))).andExpect(status().is3xxRedirection());
    as(me, get(at("/reseaux"))).andExpect(content().string(containsString("2 essais")));
  }

  @Test
  void someoneWhoMayOnlyLookIsOfferedNoAct() throws Exception {
    connect("fournil");
    var reader = brands.member(brand, Role.READER);
    as(reader, get(at("/reseaux"))).andExpect(status().isOk())
        .andExpect(content().string(not(containsString("/retrait"))))
        .andExpect(content().string(not(containsString("/reseaux/nouveau"))));
  }

  private ResultActions connect(String handle) throws Exception {
    return as(me, post(at(NEW)).param("handle", handle).param("name", "Le Fournil"));
  }

  private ResultActions as(Member who, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.cookie(brands.session(who.user())).with(csrf()));
  }

  private String at(String below) {
    return "/" + brand.slug() + below;
  }

  private ConnectedAccount account() {
    return accounts.connected(brand.id()).getFirst();
  }

  private State light() {
    return brands.within(brand, () -> healths.worst(brand.id(), clock.instant()));
  }
}
