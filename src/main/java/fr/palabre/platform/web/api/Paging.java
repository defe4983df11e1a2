package fr.palabre.platform.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which page of a list is asked for: {@code ?limit=50&cursor=…}. */
public record Paging(
    @Parameter(description = "How many items at most.", example = "50")
    @Min(value = 1, message = "1…100") @Max(value = 100, message = "1…100")
    @Nullable Integer limit,
    @Parameter(description = "The `next` of the page before, as it was given.")
    @Nullable String cursor) {
  private static final int USUAL = 50;

  public int size() {
    return Objects.requireNonNullElse(limit, USUAL);
  }

  /** How many rows to read: one more tells whether a page follows. */
  public int rows() {
    return size() + 1;
  }

  public @Nullable Cursor after() {
    return cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor);
  }

  /** What comes after the cursor's row; empty on the first page. */
  public <T> @Nullable T after(Function<Cursor, T> reader) {
    var after = after();
    return after == null ? null : reader.apply(after);
  }

  /**
   * @param rows at most {@link #rows}, in order
   * @param place of a row, for the page after it
   */
  public <R, T> ResponseEntity<Slice<T>> answer(List<R> rows, Function<R, Cursor> place,
      Function<R, T> view) {
    var shown = rows.subList(0, Math.min(size(), rows.size()));
    var items = shown.stream().map(view).toList();
    return answer(items, rows.size() <= size() ? null : place.apply(shown.getLast()));
  }

  /** @param following where the page after this one begins; null if this is the last */
  public <T> ResponseEntity<Slice<T>> answer(List<T> items, @Nullable Cursor following) {
    if (following == null) return ResponseEntity.ok(new Slice<>(items, null));
    var next = following.text();
    return ResponseEntity.ok()
        .header(HttpHeaders.LINK, "<" + address(next) + ">; rel=\"next\"")
        .body(new Slice<>(items, next));
  }

  private static String address(String next) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replaceQueryParam("cursor", next).build().toUriString();
  }
}
