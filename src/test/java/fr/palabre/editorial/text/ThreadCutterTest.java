package fr.palabre.editorial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadCutterTest {
  @Test
  void aTextThatFitsStaysWhole() {
    assertThat(cut("Bonjour. Bonsoir.", 20, true, true)).containsExactly("Bonjour. Bonsoir.");
  }

  @Test
  void aTextTooLongIsCutAtTheEndOfASentence() {
    assertThat(cut("Le four chauffe. La pâte lève. On attend encore.", 32, true, false))
        .containsExactly("Le four chauffe. La pâte lève.", "On attend encore.");
  }

  @Test
  void aParagraphIsWorthAShorterMessage() {
    assertThat(cut("Le four chauffe.\n\nLa pâte lève. On attend encore.", 36, true, false))
        .containsExactly("Le four chauffe.", "La pâte lève. On attend encore.");
  }

  @Test
  void aTitleDoesNotEndASentence() {
    assertThat(cut("Nous recevons M. Dupuis demain matin. Venez.", 38, true, false))
        .containsExactly("Nous recevons M. Dupuis demain matin.", "Venez.");
  }

  @Test
  void withoutTheOptionOnlyTheHandCuts() {
    assertThat(cut("Un.\n---\nDeux deux deux.", 8, false, false))
        .containsExactly("Un.", "Deux deux deux.");
  }

  @Test
  void theNumberHasItsRoom() {
    var parts = cut("Le four chauffe. La pâte lève. On attend encore.", 32, true, true);
    assertThat(parts).allSatisfy(p -> assertThat(p.length()).isLessThanOrEqualTo(32));
    assertThat(parts.getLast()).endsWith("(" + parts.size() + "/" + parts.size() + ")");
  }

  @Test
  void aSentenceTooLongIsCutBetweenWords() {
    assertThat(cut("pain levain farine seigle", 12, true, false))
        .containsExactly("pain levain", "farine", "seigle");
  }

  @Test
  void aWordTooLongIsLeftForItsAuthorToMend() {
    assertThat(cut("anticonstitutionnellement", 10, true, false))
        .containsExactly("anticonstitutionnellement");
  }

  private static List<String> cut(String text, int max, boolean auto, boolean numbered) {
    return ThreadCutter.cut(text, t -> t.length() <= max, auto, numbered);
  }
}
