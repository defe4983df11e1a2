package fr.palabre.platform.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
@Schema(description = "One page of a list, in its order.")
public record Slice<T>(
    List<T> items,
    @Schema(description = "Cursor of the page after this one; absent on the last.",
        example = "MjAyNi0xMS0yM1QwODowMDowMFo")
    @Nullable String next) {
  /** A list short enough to be given whole. */
  public static <T> Slice<T> whole(List<T> items) {
    return new Slice<>(items, null);
  }
}
