package fr.palabre.platform.web.api;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The version of what an answer shows, as HTTP's strong validator (RFC 9110, 8.8.3).
 *
 * @param value with its quotes
 */
public record Etag(String value) {
  /** @param parts all that makes one state of the thing differ from another */
  public static Etag of(@Nullable Object... parts) {
    var all = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\u0000"));
    return new Etag('"' + HexFormat.of().formatHex(Digest.sha256(all), 0, 12) + '"');
  }

  /** Refuses whoever does not say which version they read, or read another one. */
  public void require(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) throw Refusal.withoutVersion();
    check(ifMatch);
  }

  /** Refuses whoever says that they read another version. */
  public void check(@Nullable String ifMatch) {
    if (ifMatch != null && !matches(ifMatch)) throw Refusal.changedSince();
  }

  private boolean matches(String ifMatch) {
    return ifMatch.strip().equals("*")
        || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(value::equals);
  }
}
