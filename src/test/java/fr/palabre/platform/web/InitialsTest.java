package fr.palabre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource({"Maëlle Tremblet,MT", "Sidonie,SI", "l’Atelier des Tilleuls,LA", "@robin.osier,RO",
      "é,É", "'   ',?", "x,X"})
  void aNameWithoutAPictureKeepsItsLetters(String name, String letters) {
    assertThat(Initials.of(name)).isEqualTo(letters);
  }
}
