package fr.palabre.editorial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void theFullStopAfterALinkIsNotPartOfIt() {
    assertThat(Links.first("Tout est sur https://fournil.example/pains. À demain !"))
        .hasToString("Optional[https://fournil.example/pains]");
  }

  @Test
  void aTextWithoutLinkHasNone() {
    assertThat(Links.first("http:// n’est rien")).isEmpty();
  }
}
