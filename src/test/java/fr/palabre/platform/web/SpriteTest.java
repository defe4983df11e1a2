package fr.palabre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.web.StageLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calendar's icons are masks written in a style sheet; their drawings are the sprite's. */
class SpriteTest {
  private static final Pattern SYMBOL =
      Pattern.compile("<symbol id=\"([^\"]+)\"[^>]*>(.*?)</symbol>", Pattern.DOTALL);
  private static final Pattern MASK =
      Pattern.compile("\\.i-([a-z-]+) \\{ --i: url\\(\"[^>]*>(.*?)</svg>\"\\)");

  @Test
  void eachMaskDrawsWhatTheSpriteDraws() throws IOException {
    var masks = drawings(MASK, "pages.css");
    assertThat(masks).isNotEmpty();
    assertThat(drawings(SYMBOL, "sprite.svg")).containsAllEntriesOf(masks);
  }

  @Test
  void everyStageAndEveryNetworkHasItsMask() throws IOException {
    var stages = Stream.of(ContentStage.values()).flatMap(stage -> Stream.of(true, false)
        .map(inDoubt -> StageLook.of(stage, inDoubt).icon()));
    var networks = drawings(SYMBOL, "sprite.svg").keySet().stream()
        .filter(name -> name.startsWith("net-"));
    assertThat(drawings(MASK, "pages.css").keySet())
        .containsAll(Stream.concat(stages, networks).toList());
  }

  private static Map<String, String> drawings(Pattern pattern, String file) throws IOException {
    var found = new TreeMap<String, String>();
    try (var in = SpriteTest.class.getResourceAsStream("/static/" + file)) {
      pattern.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results()
          .forEach(m -> found.put(m.group(1), m.group(2).replace('"', '\'')));
    }
    return found;
  }
}
