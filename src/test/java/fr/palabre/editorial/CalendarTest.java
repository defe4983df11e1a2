package fr.palabre.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class CalendarTest {
  @Autowired Brands brands;
  @Autowired MovableClock clock;
  @Autowired MockMvc web;
  @Autowired JdbcClient jdbc;
  @Autowired ContentStore contents;
  Member me;

  @BeforeEach
  void aBrand() {
    clock.set(MovableClock.START);
    me = brands.member(brands.brand(), Role.COMMUNITY_MANAGER);
  }

  @Test
  void aContentDroppedOnAnotherDayKeepsItsWallClockTime() throws Exception {
    var id = planned("2026-11-24T09:10");
    drop(id, "2026-11-27");
    assertThat(plannedOf(id)).isEqualTo("2026-11-27T09:10");
  }

  @Test
  void itKeepsItAcrossAClockChange() throws Exception {
    clock.set(java.time.Instant.parse("2026-03-20T08:00:00Z"));
    var id = planned("2026-03-27T09:10");
    drop(id, "2026-03-30");
    assertThat(plannedOf(id)).isEqualTo("2026-03-30T09:10");
  }

  @Test
  void droppedInAnotherPartOfTheDayItTakesThatPartsUsualHour() throws Exception {
    var id = planned("2026-11-24T09:10");
    drop(id, "2026-11-24/EVENING");
    assertThat(plannedOf(id)).isEqualTo("2026-11-24T18:30");
  }

  @Test
  void aContentIsNeverMovedIntoThePast() throws Exception {
    var id = planned("2026-11-24T09:10");
    drop(id, "2026-11-20");
    assertThat(plannedOf(id)).isEqualTo("2026-11-24T09:10");
  }

  @Test
  void whatIsOutStaysWhereItIs() throws Exception {
    var id = planned("2026-11-24T09:10");
    within(() -> contents.stage(me.workspaceId(), id, ContentStage.PUBLISHED));
    drop(id, "2026-11-27");
    assertThat(plannedOf(id)).isEqualTo("2026-11-24T09:10");
  }

  @Test
  void theMonthSaysTheHourOfEachContentAndOpensTheDayWhenTheyAreMany() throws Exception {
    for (int i = 0; i < 5; i++) planned("2026-11-24T1" + i + ":30");
    var html = page("?vue=mois&date=2026-11-01");
    assertThat(html).contains("10\u00a0h\u00a030").contains("+ 3 contenus");
  }

  @Test
  void eachViewAnswersAndKeepsItsFiltersInTheAddress() throws Exception {
    planned("2026-11-24T09:10");
    for (var view : new String[] {"mois", "semaine", "liste"})
      assertThat(page("?vue=" + view + "&date=2026-11-23&etat=draft"))
          .contains("etat=draft").contains("9\u00a0h\u00a010");
    assertThat(page("?vue=semaine&date=2026-11-23&etat=published"))
        .doesNotContain("9\u00a0h\u00a010");
  }

  private ContentId planned(String local) {
    var id = new ContentId(fr.palabre.platform.Ids.next());
    within(() -> {
      contents.insert(me.workspaceId(), id, me.user());
      contents.plan(me.workspaceId(), id,
          new Planned(LocalDateTime.parse(local), me.zone()));
    });
    return id;
  }

  private void drop(ContentId id, String place) throws Exception {
    var status = web.perform(post("/" + me.tenantPath() + "/calendrier/dates")
            .param("contenu", id.toString()).param("jour", place)
            .cookie(brands.session(me.user())).with(csrf()))
        .andReturn().getResponse().getStatus();
    assertThat(status).isEqualTo(302);
  }

  private String page(String query) throws Exception {
    return web.perform(get("/" + me.tenantPath() + "/calendrier" + query)
            .cookie(brands.session(me.user())))
        .andReturn().getResponse().getContentAsString();
  }

  private String plannedOf(ContentId id) {
    return brands.within(me.workspace(), () ->
        contents.find(me.workspaceId(), id).orElseThrow().planned().local().toString());
  }

  private void within(Runnable work) {
    brands.within(me.workspace(), () -> {
      work.run();
      return true;
    });
  }
}
