package fr.palabre.identity.team;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.PalabreTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class TeamTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Team team;
  @Autowired JdbcClient jdbc;
  private Member admin;
  private Member writer;
  private Browsing asAdmin;
  private Browsing asWriter;

  @BeforeEach
  void aTeamOfTwo() {
    var brand = brands.brand();
    admin = brands.member(brand, Role.ADMINISTRATOR);
    writer = brands.member(brand, Role.COMMUNITY_MANAGER);
    asAdmin = Browsing.as(mvc, brands, admin);
    asWriter = Browsing.as(mvc, brands, writer);
  }

  @Test
  void aNewRoleCountsFromTheNextRequest() throws Exception {
    assertThat(asWriter.get("reglages").getStatus()).isEqualTo(403);
    asAdmin.post("equipe/" + writer.user() + "/role", "role", "ADMINISTRATOR");
    assertThat(asWriter.get("reglages").getStatus()).isEqualTo(200);
    assertThat(audited()).contains("member.role.changed");
  }

  @Test
  void whoIsRemovedNoLongerFindsTheBrand() throws Exception {
    asAdmin.post("equipe/" + writer.user() + "/retrait");
    assertThat(asWriter.get("equipe").getStatus()).isEqualTo(404);
    assertThat(asWriter.get("/marques").getStatus()).isEqualTo(200);
    assertThat(audited()).contains("member.removed");
  }

  @Test
  void theLastAdministratorNeitherLeavesNorStepsDown() throws Exception {
    asAdmin.post("equipe/" + admin.user() + "/retrait");
    asAdmin.post("equipe/" + admin.user() + "/role", "role", "READER");
    assertThat(mates()).filteredOn(mate -> mate.role() == Role.ADMINISTRATOR)
        .extracting(Team.Teammate::id).containsExactly(admin.user());
    assertThat(asAdmin.get("reglages").getStatus()).isEqualTo(200);
  }

  @Test
  void twoAdministratorsWhoDemoteEachOtherAtOnceLeaveOne() throws Exception {
    var other = brands.member(admin.workspace(), Role.ADMINISTRATOR);
    Callable<Boolean> one = () -> bound(() -> team.change(admin, other.user(), Role.READER));
    Callable<Boolean> two = () -> bound(() -> team.change(other, admin.user(), Role.READER));
    try (var both = Executors.newFixedThreadPool(2)) {
      assertThat(both.invokeAll(List.of(one, two))).extracting(Future::get)
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void someoneOfAnotherBrandCannotBeTouchedFromThisOne() throws Exception {
    var elsewhere = brands.member(brands.brand(), Role.READER);
    assertThat(asAdmin.post("equipe/" + elsewhere.user() + "/role", "role", "READER").getStatus())
        .isEqualTo(404);
    assertThat(asAdmin.post("equipe/" + elsewhere.user() + "/retrait").getStatus())
        .isEqualTo(404);
  }

  @Test
  void addressesAreShownToThoseWhoManageTheTeamOnly() throws Exception {
    var address = admin.user() + "@exemple.test";
    assertThat(asAdmin.get("equipe").getContentAsString()).contains(address);
    assertThat(asWriter.get("equipe").getContentAsString()).doesNotContain(address)
        .contains("ADMINISTRATOR");
  }

  @Test
  void aSignInLinkIsMadeOnlyForPeopleWhoseBrandsAreAllOnesOwn() throws Exception {
    assertThat(asAdmin.post("equipe/" + writer.user() + "/lien").getContentAsString())
        .contains("/mot-de-passe/");
    brands.join(brands.brand(), writer.user(), Role.READER);
    assertThat(asAdmin.post("equipe/" + writer.user() + "/lien").getStatus()).isEqualTo(409);
  }

  @Test
  void oneLeavesABrandByOneselfUnlessOneIsItsLastAdministrator() throws Exception {
    var slug = admin.workspace().slug();
    asWriter.post("/marques/" + slug + "/depart");
    assertThat(asWriter.get("equipe").getStatus()).isEqualTo(404);
    asAdmin.post("/marques/" + slug + "/depart");
    assertThat(asAdmin.get("equipe").getStatus()).isEqualTo(200);
    assertThat(asAdmin.post("/marques/" + brands.brand().slug() + "/depart").getStatus())
        .isEqualTo(404);
  }

  @Test
  void thePageOfSomeoneWhoWorksAloneTeachesCrossReading() throws Exception {
    var alone = brands.member(brands.brand(), Role.ADMINISTRATOR);
    assertThat(Browsing.as(mvc, brands, alone).get("equipe").getContentAsString())
        .contains("relecture croisée");
  }

  private List<Team.Teammate> mates() {
    return brands.within(admin.workspace(), () -> team.of(admin.workspaceId()));
  }

  private <T> T bound(java.util.function.Supplier<T> work) {
    return RowScope.bound(admin.workspaceId().value(), work);
  }

  private List<String> audited() {
    return brands.within(admin.workspace(), () ->
        jdbc.sql("select action from compliance_audit").query(String.class).list());
  }
}
