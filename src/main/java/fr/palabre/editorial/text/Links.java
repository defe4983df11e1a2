package fr.palabre.editorial.text;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The links of a text. */
public final class Links {
  // What closes a sentence is not part of the link before it.
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)…]");

  private Links() {}

  public static Optional<URI> first(String text) {
    var matcher = LINK.matcher(text);
    while (matcher.find()) {
      try {
        var address = URI.create(matcher.group());
        if (address.getHost() != null) return Optional.of(address);
      } catch (IllegalArgumentException notAnAddress) {
        // The next one may be.
      }
    }
    return Optional.empty();
  }
}
