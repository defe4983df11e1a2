package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.testing.OwnProcess;
import fr.palabre.testing.RealBluesky;
import fr.palabre.testing.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Palabre is killed once a real Bluesky network has accepted a post, before it can write that down
 * (src/test/real/bluesky-network start).
 */
@Tag("real")
class RealCrashJourneyTest {
  private static final String CREATE = "com.atproto.repo.createRecord";
  private static final String TEXT = "La fournée de 16 h est prête";
  private final RealBluesky network = RealBluesky.running();
  private final RealBluesky.Person brand = network.person("boulange");
  private final RealBluesky.Person fan = network.person("voisine");
  @TempDir Path data;

  @Test
  void killedBetweenTheCallAndTheJournalThePostIsOutOnceAndSaidToBe() throws Exception {
    try (var wire = new Wire(network.pds); var house = OwnProcess.compiled(data)) {
      var accepted = wire.keepBackTheAnswerTo(CREATE);
      try (var me = Newcomer.in(house.address())) {
        me.connect(network.over(wire), brand);
        me.write(TEXT, "Des baguettes sur une grille");
        me.letGo();
        assertThat(accepted.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        me.sees("publication", "section[aria-labelledby=now] .row", TEXT, 10);
      }
      house.kill();
      var killed = Instant.now();
      assertThat(fan.postsOf(brand, posts -> !posts.isEmpty())).hasSize(1);
      house.start();
      var ready = Duration.between(killed, Instant.now());
      try (var me = Newcomer.backIn(house.address())) {
        me.sees("publication", "section[aria-labelledby=out] .row", TEXT, 60)
            .locator("a.cover").click();
        var known = Duration.between(killed, Instant.now());
        System.out.printf("Killed: ready again after %d s, the post known to be out after %d s%n",
            ready.toSeconds(), known.toSeconds());
        isToldAndOutOnce(me.visitor, wire);
      }
    }
  }

  private void isToldAndOutOnce(Visitor me, Wire wire) {
    me.page().locator(".story", new Page.LocatorOptions().setHasText(
        "Compte relu : le message est sur Bluesky.")).waitFor();
    me.isAccessible();
    me.picture("reel-apres-kill");
    assertThat(wire.passed(CREATE)).isEqualTo(1);
    assertThat(fan.postsOf(brand, posts -> posts.size() == 1)).hasSize(1);
  }
}
