package fr.palabre.network.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From what a server shows to what a person wrote. */
class StatusTextTest {
  @Test
  void paragraphsAndLinesAreKept() {
    assertThat(StatusText.of("<p>Un<br>deux<br />trois</p><p>Quatre</p>"))
        .isEqualTo("Un\ndeux\ntrois\n\nQuatre");
  }

  @Test
  void signsAreReadAsTheyWereWritten() {
    assertThat(StatusText.of("<p>Pain &amp; brioche &lt;3 &quot;oui&quot;&nbsp;!</p>"))
        .isEqualTo("Pain & brioche <3 \"oui\"\u00a0!");
  }

  @Test
  void theHiddenPartsOfALinkAreSaid() {
    assertThat(StatusText.of("<p>Voir <a href=\"https://www.exemple.test/a/b\"><span "
        + "class=\"invisible\">https://www.</span><span>exemple.test/a</span><span "
        + "class=\"invisible\">/b</span></a>.</p>"))
        .isEqualTo("Voir https://www.exemple.test/a/b.");
  }

  @Test
  void wordsThatHideAnAddressSayIt() {
    assertThat(StatusText.of("<p>Lisez <a href=\"https://exemple.test/\">notre carte</a>.</p>"))
        .isEqualTo("Lisez notre carte (https://exemple.test/).");
    assertThat(StatusText.of("<p><a href=\"https://exemple.test/\">exemple.test</a></p>"))
        .isEqualTo("exemple.test");
  }

  @Test
  void listsOfOtherServersAreReadable() {
    assertThat(StatusText.of("<p>Ce soir :</p><ul><li>pain</li><li>brioche</li></ul>"))
        .isEqualTo("Ce soir :\n\n• pain\n• brioche");
  }

  @Test
  void brokenAndHostileMarkupIsOnlyText() {
    assertThat(StatusText.of("<p>Bonjour<script>alert(1)</script><b>!")).isEqualTo("Bonjour!");
    assertThat(StatusText.of("")).isEmpty();
  }
}
