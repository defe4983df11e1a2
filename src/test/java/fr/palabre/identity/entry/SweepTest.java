package fr.palabre.identity.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class SweepTest {
  @Autowired Sweep sweep;
  @Autowired SessionStore sessions;
  @Autowired Brands brands;
  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired RowScope scope;

  @Test
  void whatNoLongerOpensAnythingIsForgottenAndTheRestIsKept() throws Exception {
    clock.set(MovableClock.START);
    var me = brands.member(brands.brand(), Role.ADMINISTRATOR);
    var page = Browsing.as(mvc, brands, me);
    page.post("equipe/invitations", "email", "", "role", "READER");
    sessions.open(me.user(), "", clock.instant());
    clock.advance(Duration.ofDays(45));
    page.post("equipe/invitations", "email", "", "role", "ANALYST");
    sweep.run();
    sweep.runEverywhere();
    assertThat(jdbc.sql("select count(*) from identity_session where user_id = :user")
        .param("user", me.userId()).query(Long.class).single()).isOne();
    assertThat(scope.within(me.workspaceId().value(), () ->
        jdbc.sql("select role from identity_invitation").query(String.class).list()))
        .containsExactly("ANALYST");
    clock.set(MovableClock.START);
  }
}
