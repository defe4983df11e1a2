package fr.palabre.analytics.count;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A count, or why there is none. Zero is a measurement; absence never becomes zero.
 *
 * @param value null where nothing is known
 * @param missing null where nothing lacks; beside a value, why a part of it is not known
 */
public record Figure(@Nullable Long value, @Nullable Missing missing) {
  public Figure {
    if (value == null && missing == null)
      throw new IllegalArgumentException("A figure without a value says why");
  }

  public static Figure of(long value) {
    return new Figure(value, null);
  }

  public static Figure none(Missing why) {
    return new Figure(null, why);
  }

  public static Figure of(@Nullable Long value, Missing otherwise) {
    return value == null ? none(otherwise) : of(value);
  }

  /** What is known of all of them together; what lacks is said beside it. */
  public static Figure sum(Collection<Figure> parts, Missing ofNothing) {
    var known = parts.stream().map(Figure::value).filter(Objects::nonNull).toList();
    var why = parts.stream().map(Figure::missing).filter(Objects::nonNull).findFirst().orElse(null);
    if (known.isEmpty()) return none(why == null ? ofNothing : why);
    return new Figure(known.stream().mapToLong(Long::longValue).sum(), why);
  }

  public boolean known() {
    return value != null;
  }

  public boolean partial() {
    return value != null && missing != null;
  }

  /** @throws IllegalStateException if it is missing */
  public long count() {
    if (value == null) throw new IllegalStateException("Missing: " + missing);
    return value;
  }

  /** The signed difference, where both are known. */
  public Figure minus(Figure before) {
    if (value == null) return this;
    if (before.value == null) return before;
    return new Figure(value - before.value, missing == null ? before.missing : missing);
  }
}
