package fr.palabre.analytics.web;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A count, or why there is none, as the API says it. */
@Schema(name = "Figure", description = "A count. Zero is a measurement; absence never becomes zero.")
public record FigureSheet(
    @Schema(description = "Absent where nothing is known.", example = "128")
    @Nullable Long value,
    @Schema(description = "Why nothing, or a part only, is known.", example = "NOT_YET")
    @Nullable Missing missing) {

  static FigureSheet of(Figure figure) {
    return new FigureSheet(figure.value(), figure.missing());
  }
}
