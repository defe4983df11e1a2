package fr.palabre.identity.team;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** In a house without e-mail: links are copied. */
@PalabreTest
class InvitationsTest {
  private static final String PASSWORD = "le ponton sent la menthe";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Invitations invitations;
  @Autowired MovableClock clock;
  private Member admin;
  private Browsing asAdmin;
  private Browsing stranger;
  private String newcomer;

  @BeforeEach
  void anAdministrator() {
    clock.set(MovableClock.START);
    admin = brands.member(brands.brand(), Role.ADMINISTRATOR);
    asAdmin = Browsing.as(mvc, brands, admin);
    stranger = Browsing.stranger(mvc);
    newcomer = "nouvelle-" + UUID.randomUUID() + "@exemple.test";
  }

  @Test
  void someoneNewJoinsWithTheLinkAndIsSignedInInTheRoleOffered() throws Exception {
    var link = invite("", "ANALYST");
    assertThat(stranger.get(link).getContentAsString()).contains("Analyste");
    var joined = joinAs(link, newcomer);
    assertThat(joined.getRedirectedUrl()).isEqualTo("/" + admin.workspace().slug());
    var page = stranger.with(Browsing.opened(joined));
    assertThat(page.get("/" + admin.workspace().slug() + "/equipe").getStatus()).isEqualTo(200);
    assertThat(page.get("/" + admin.workspace().slug() + "/reglages").getStatus()).isEqualTo(403);
  }

  @Test
  void anInvitationServesOnce() throws Exception {
    var link = invite("", "READER");
    joinAs(link, newcomer);
    assertThat(stranger.get(link).getStatus()).isEqualTo(410);
    assertThat(joinAs(link, "autre-" + newcomer).getStatus()).isEqualTo(410);
  }

  @Test
  void ofSeveralWhoFollowOneLinkAtOnceOneJoins() throws Exception {
    var link = invite("", "READER");
    Callable<Integer> join = () -> joinAs(link, UUID.randomUUID() + "@exemple.test").getStatus();
    try (var together = Executors.newFixedThreadPool(3)) {
      assertThat(together.invokeAll(Stream.generate(() -> join).limit(3).toList()))
          .extracting(answer -> answer.get()).containsExactlyInAnyOrder(302, 410, 410);
    }
  }

  @Test
  void anInvitationEndsAfterSevenDays() throws Exception {
    var link = invite("", "READER");
    clock.advance(Duration.ofDays(7));
    assertThat(stranger.get(link).getStatus()).isEqualTo(410);
    assertThat(joinAs(link, newcomer).getStatus()).isEqualTo(410);
  }

  @Test
  void anInvitationWithdrawnNoLongerServes() throws Exception {
    var link = invite("", "READER");
    asAdmin.post("equipe/invitations/" + open().id() + "/retrait");
    assertThat(stranger.get(link).getStatus()).isEqualTo(410);
  }

  @Test
  void anExistingPersonJoinsWithTheirAccount() throws Exception {
    var person = brands.member(brands.brand(), Role.READER);
    var link = invite("", "DESIGNER");
    var answer = Browsing.as(mvc, brands, person).post(link);
    assertThat(answer.getRedirectedUrl()).isEqualTo("/" + admin.workspace().slug());
  }

  @Test
  void anAddressThatHasAnAccountIsAskedToSignInAndTheLinkStillServes() throws Exception {
    var person = brands.member(brands.brand(), Role.READER);
    var link = invite("", "DESIGNER");
    assertThat(joinAs(link, person.user() + "@exemple.test").getStatus()).isEqualTo(422);
    assertThat(stranger.get(link).getStatus()).isEqualTo(200);
  }

  @Test
  void theAddressAnInvitationWasMadeForIsTheAccounts() throws Exception {
    var link = invite(newcomer, "READER");
    joinAs(link, "quelqu-un-d-autre@exemple.test");
    assertThat(asAdmin.get("equipe").getContentAsString()).contains(newcomer)
        .doesNotContain("quelqu-un-d-autre");
  }

  @Test
  void aSecondInvitationToTheSameAddressReplacesTheFirst() throws Exception {
    var first = invite(newcomer, "READER");
    invite(newcomer, "ANALYST");
    assertThat(stranger.get(first).getStatus()).isEqualTo(410);
  }

  @Test
  void someoneWhoIsHereAlreadyIsNotInvited() throws Exception {
    var address = admin.user() + "@exemple.test";
    assertThat(asAdmin.post("equipe/invitations", "email", address, "role", "READER").getStatus())
        .isEqualTo(422);
  }

  @Test
  void withoutAMailServerTheTeamsPageSaysSoAndShowsTheLinkToCopy() throws Exception {
    var link = invite(newcomer, "READER");
    assertThat(asAdmin.get("equipe").getContentAsString())
        .contains("n’envoie pas d’e-mail").contains(link);
  }

  /** Makes an invitation and returns the path of its link. */
  private String invite(String email, String role) throws Exception {
    asAdmin.post("equipe/invitations", "email", email, "role", role);
    return "/invitation/" + open().token();
  }

  private PendingInvitation open() {
    return brands.within(admin.workspace(), () -> invitations.open(admin.workspaceId()))
        .getFirst();
  }

  private MockHttpServletResponse joinAs(String link, String email) throws Exception {
    return stranger.post(link + "/compte", "name", "Nina Nouvelle", "email", email,
        "password", PASSWORD, "language", "fr");
  }
}
