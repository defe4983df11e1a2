package fr.palabre.network.connector.bluesky;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a record: {@code at://did/collection/key}. */
record AtUri(String repo, String collection, String key) {
  static final String POST = "app.bsky.feed.post";
  static final String LIKE = "app.bsky.feed.like";
  private static final Pattern FORM = Pattern.compile("at://([^/]+)/([^/]+)/([^/]+)");

  static Optional<AtUri> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** Where people read this post. */
  URI permalink() {
    return URI.create("https://bsky.app/profile/" + repo + "/post/" + key);
  }

  @Override
  public String toString() {
    return "at://" + repo + "/" + collection + "/" + key;
  }
}
