package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.testing.ApiProgram;
import fr.palabre.testing.OwnProcess;
import fr.palabre.testing.RealBluesky;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is built, started as people start it. Its beans were found out when building and are made as
 * they are asked for, which no test on the classes alone would see.
 */
class ArtefactIT {
  private static final Path JAR = Path.of("target/palabre.jar").toAbsolutePath();
  private static final List<String> PLACES = List.of("journee", "calendrier", "contenus",
      "contenus/nouveau", "validations", "medias", "publication", "messagerie", "reseaux",
      "reseaux/nouveau", "statistiques", "journal", "bilans", "equipe", "jetons", "reglages");
  @TempDir Path data;

  @Test
  void aNewcomerFindsEveryRoomOpenAndIsKnownAgainAfterARestart() {
    try (var house = OwnProcess.artefact(JAR, data)) {
      try (var me = Newcomer.in(house.address())) {
        everyRoomIsOpen(me);
      }
      house.kill();
      house.start();
      try (var me = Newcomer.backIn(house.address())) {
        assertThat(me.visitor.place()).startsWith(Newcomer.BRAND);
        stopsOnceAllIsWritten(house, me.token());
      }
    }
  }

  // The database outlives whoever still writes to it.
  private static void stopsOnceAllIsWritten(OwnProcess house, String token) {
    var program = new ApiProgram(house.address(), Newcomer.BRAND.replace("/", ""), token);
    var written = program.post("contents", Map.of("title", "À garder", "text", "Trois miches"),
        () -> {
          aMoment();
          house.beginToStop();
          aMoment();
        });
    assertThat(written.path("title").asString()).isEqualTo("À garder");
    house.stop();
    assertThat(house.said()).as("said when stopped").doesNotContain("Exception");
  }

  private static void aMoment() {
    for (int pause = 0; pause < 10; pause++) RealBluesky.pause();
  }

  private static void everyRoomIsOpen(Newcomer me) {
    var softly = new SoftAssertions();
    for (var place : PLACES) {
      softly.assertThat(me.visitor.answer(Newcomer.BRAND + place)).as(place).isEqualTo(200);
    }
    softly.assertAll();
  }
}
