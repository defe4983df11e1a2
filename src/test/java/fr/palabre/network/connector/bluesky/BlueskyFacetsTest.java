package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.connector.bluesky.BlueskyPayloads.Facet;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.ResolvedHandle;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.NotSent;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueskyFacetsTest {
  private static final Function<String, Answer<ResolvedHandle>> EVERYBODY =
      handle -> new Ok<>(new ResolvedHandle("did:plc:" + handle));
  private static final Function<String, Answer<ResolvedHandle>> NOBODY =
      _ -> new Refused<>(400, "HandleNotFound", "", null);

  @Test
  void theNetworkKeptTheFacetsOfARealPostAsWeMakeThem() {
    var record = body("getRecord").path("value");
    var fan = record.at("/facets/1/features/0/did").asString();
    var ours = facets(record.path("text").asString(), _ -> new Ok<>(new ResolvedHandle(fan)));
    assertThat(JSON.valueToTree(ours).toString())
        .isEqualTo(JSON.valueToTree(JSON.treeToValue(record.path("facets"), Facet[].class))
            .toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Voir https://exemple.test/a?b=1#c.            | https://exemple.test/a?b=1#c
      (voir https://exemple.test/a).                | https://exemple.test/a
      https://exemple.test/w/Brest_(Finistère), oui | https://exemple.test/w/Brest_(Finistère)
      « https://exemple.test/ »                     | https://exemple.test/
      «https://exemple.test/é»                      | https://exemple.test/é
      https://exemple.test/#titre                   | https://exemple.test/#titre
      Merci @fournil.test !                         | @fournil.test
      Merci @fournil.test.                          | @fournil.test
      (@fournil.test)                               | @fournil.test
      Le #marché, samedi                            | #marché
      Le #vide-grenier.                             | #vide-grenier
      L’été #2026été                                | #2026été
      #un#deux                                      | #un
      👋🏽#non 👋🏽 #oui                              | #oui
      """)
  void whatCanBeClickedIsWhatTheAuthorMeant(String text, String clickable) {
    assertThat(shown(text, facets(text, EVERYBODY))).containsExactly(clickable);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      contact@fournil.test
      @fournil@mastodon.test
      Il est arrivé #1
      C#
      exemple.test/#titre
      @fournil
      # rien
      """)
  void whatLooksLikeOneIsLeftAlone(String text) {
    assertThat(facets(text, EVERYBODY)).isEmpty();
  }

  @Test
  void aHandleNobodyHasStaysPlainText() {
    assertThat(facets("Merci @personne.test", NOBODY)).isEmpty();
  }

  @Test
  void aPostDoesNotLeaveWhileItsMentionsCannotBeResolved() {
    assertThat(BlueskyFacets.of("Merci @fan.test", _ -> new NotSent<>("no connection")))
        .isEqualTo(new NotSent<>("no connection"));
  }

  @Test
  void aHashtagLongerThanTheNetworkTakesIsLeftAlone() {
    assertThat(facets("#" + "a".repeat(64), EVERYBODY)).hasSize(1);
    assertThat(facets("#" + "a".repeat(65), EVERYBODY)).isEmpty();
  }

  private static List<Facet> facets(
      String text, Function<String, Answer<ResolvedHandle>> resolve) {
    return ((Ok<List<Facet>>) BlueskyFacets.of(text, resolve)).value();
  }

  private static List<String> shown(String text, List<Facet> facets) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return facets.stream().map(it -> new String(bytes, it.index().byteStart(),
        it.index().byteEnd() - it.index().byteStart(), StandardCharsets.UTF_8)).toList();
  }
}
