package fr.palabre.platform.web.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** After which row a page begins. Callers give it back as they got it and need not read it. */
public record Cursor(List<String> parts) {
  private static final String BETWEEN = " ";

  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
  }

  static Cursor parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return new Cursor(List.of(plain.split(BETWEEN, -1)));
    } catch (IllegalArgumentException e) {
      throw Refusal.unreadable("bad-cursor");
    }
  }

  String text() {
    var plain = parts.stream().collect(Collectors.joining(BETWEEN));
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  public UUID uuid(int part) {
    return read(part, UUID::fromString);
  }

  public Instant instant(int part) {
    return read(part, Instant::parse);
  }

  public <T> T read(int part, Function<String, T> reader) {
    try {
      return reader.apply(parts.get(part));
    } catch (RuntimeException e) {
      throw Refusal.unreadable("bad-cursor");
    }
  }
}
