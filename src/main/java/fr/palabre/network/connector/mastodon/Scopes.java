package fr.palabre.network.connector.mastodon;

import fr.palabre.network.connector.mastodon.MastodonPayloads.Metadata;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What we ask leave for: no more than what is used, where the server knows such small leaves. */
final class Scopes {
  /** For servers that know only the large ones. */
  static final String LARGE = "read write";
  private static final String PROFILE = "profile";
  private static final List<String> SMALL = List.of("read:statuses", "read:notifications",
      "write:statuses", "write:media", "write:favourites");

  private Scopes() {}

  /** {@code profile} came with Mastodon 4.3, which also says what it knows. */
  static String small(@Nullable Metadata server) {
    var known = server == null ? null : server.scopesSupported();
    var self = known != null && known.contains(PROFILE) ? PROFILE : "read:accounts";
    return self + " " + String.join(" ", SMALL);
  }

  /** What was asked and not given. A server that does not say what it gave, gave all. */
  static Set<String> missing(String asked, @Nullable String given) {
    var missing = new LinkedHashSet<String>();
    if (given == null || given.isBlank()) return missing;
    var granted = Set.of(given.strip().split("\\s+"));
    for (var scope : asked.split(" "))
      if (!granted.contains(scope) && !granted.contains(whole(scope))) missing.add(scope);
    return missing;
  }

  private static String whole(String scope) {
    return scope.equals(PROFILE) ? "read" : scope.replaceFirst(":.*", "");
  }
}
