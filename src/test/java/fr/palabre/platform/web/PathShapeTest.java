package fr.palabre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** An address that is ruled out by its shape would not have matched. */
class PathShapeTest {
  private static final List<String> PATHS = List.of("/", "/connexion", "/banc/calendrier",
      "/banc/calendrier/", "/banc/contenus/7/versions", "/banc/bilans/7.pdf", "/static/js/app.js",
      "/api/v1/brands/banc/posts/7", "/banc/caf%C3%A9/x", "/banc/contenus;v=1/7");

  @ParameterizedTest
  @CsvSource({"/", "/connexion", "/{brand}/calendrier", "/{brand}/contenus/{id}",
      "/{brand}/contenus/{id}/versions", "/{brand}/bilans/{id}.pdf", "/static/**",
      "/{brand}/{*rest}", "/api/v1/brands/{brand}/posts/{id}", "/{brand}/café/{x:[a-z]}",
      "/{brand}/cal*", "/{brand}/contenu?/{id}"})
  void noAddressThatMatchesIsRuledOut(String pattern) {
    var shape = PathShape.of(pattern);
    for (var path : PATHS) {
      var parsed = PathContainer.parsePath(path);
      if (PathPatternParser.defaultInstance.parse(pattern).matches(parsed))
        assertThat(shape.mayBe(PathShape.segments(parsed))).as(path).isTrue();
    }
  }

  @Test
  void anotherWordOrAnotherLengthIsRuledOut() {
    var shape = PathShape.of("/{brand}/contenus/{id}");
    assertThat(shape.mayBe(List.of("banc", "contenus", "7"))).isTrue();
    assertThat(shape.mayBe(List.of("banc", "medias", "7"))).isFalse();
    assertThat(shape.mayBe(List.of("banc", "contenus"))).isFalse();
  }
}
