package fr.palabre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Formats FRENCH = new Formats(Locale.FRENCH, ZoneOffset.UTC);
  private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC);

  @Test
  void aShareIsSaidNoFinerThanItIsKnown() {
    assertThat(FRENCH.wholePercent(0.034)).isEqualTo("3\u202f%");
    assertThat(ENGLISH.wholePercent(0.155)).isEqualTo("16%");
    assertThat(FRENCH.percent(0.034)).isEqualTo("3,4\u202f%");
    assertThat(ENGLISH.percent(1)).isEqualTo("100%");
  }
}
