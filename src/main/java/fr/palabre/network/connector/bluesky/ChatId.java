package fr.palabre.network.connector.bluesky;

import java.util.Optional;
import java.util.regex.Pattern;

/** Our remote id of a private message: its conversation and itself. */
record ChatId(String conversation, String message) {
  private static final Pattern FORM = Pattern.compile("([^/:]+)/([^/:]+)");

  static Optional<ChatId> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new ChatId(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return conversation + "/" + message;
  }
}
