package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final Limits NETWORK = new Limits(100, Limits.Unit.GRAPHEMES, null, 23, true,
      new Limits.ImageRules(1, 1000, null, List.of("image/png"), 100), false, Set.of(), false);

  @ParameterizedTest
  @ValueSource(strings = {
    "", "La fournée de 8 h est prête", "« Prêt » – dès l’aube, à 3 €\u202F!", "ligne\nligne\ttab",
    "ligne\r\nligne", "e\u0301te\u0301", "👩‍👩‍👧 en famille", "🇫🇷🇧🇪", "©\uFE0F", "한국어", "\u00AD\u200Bfin"
  })
  void aTextIsCountedInWhatPeopleSeeAsOneCharacter(String text) {
    assertThat(NETWORK.length(text))
        .isEqualTo((int) Pattern.compile("\\X").matcher(text).results().count());
  }
}
