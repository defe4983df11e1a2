package fr.palabre.editorial.text;

import static fr.palabre.editorial.text.WordDiff.Kind.ADDED;
import static fr.palabre.editorial.text.WordDiff.Kind.REMOVED;
import static fr.palabre.editorial.text.WordDiff.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.text.WordDiff.Piece;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void onlyTheWordThatChangedIsShown() {
    assertThat(WordDiff.between("Ce matin, du seigle.", "Ce soir, du seigle.")).containsExactly(
        new Piece(SAME, "Ce "), new Piece(REMOVED, "matin"), new Piece(ADDED, "soir"),
        new Piece(SAME, ", du seigle."));
  }

  @Test
  void equalTextsAreOnePiece() {
    assertThat(WordDiff.between("Pareil", "Pareil")).containsExactly(new Piece(SAME, "Pareil"));
  }
}
