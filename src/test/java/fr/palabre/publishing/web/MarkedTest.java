package fr.palabre.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTest {
  @Test
  void whatIsItsOwnIsMarkedByWholeWords() {
    assertThat(Marked.of("Ouvert samedi matin.", "Ouvert jeudi matin."))
        .isEqualTo(new Marked("Ouvert ", "samedi", " matin."));
  }

  @Test
  void whatWasAddedIsMarkedOnItsSideAlone() {
    assertThat(Marked.of("Ouvert. Sauf lundi.", "Ouvert.").changes()).isEqualTo("… Sauf lundi.");
    assertThat(Marked.of("Ouvert.", "Ouvert. Sauf lundi.").changed()).isEmpty();
  }

  @Test
  void whatHasNothingInCommonIsWholeItsOwn() {
    assertThat(Marked.of("Un", "Deux").changes()).isEqualTo("Un");
    assertThat(Marked.of("", "Deux")).isEqualTo(new Marked("", "", ""));
  }

  @Test
  void aWordSaidTwiceIsNotCutInTwo() {
    assertThat(Marked.of("pain pain", "pain").changed().strip()).isEqualTo("pain");
  }
}
