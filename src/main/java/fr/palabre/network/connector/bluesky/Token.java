package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What an access token says of itself. Servers of another make may say nothing. */
record Token(@Nullable String scope, @Nullable Instant expiresAt) {
  private static final String MAIN_PASSWORD = "com.atproto.access";
  private static final String WITH_MESSAGES = "com.atproto.appPassPrivileged";

  static Token read(String jwt) {
    try {
      var parts = jwt.split("\\.");
      var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      var expiry = claims.path("exp").asLong(0);
      return new Token(
          claims.path("scope").asString(null), expiry == 0 ? null : Instant.ofEpochSecond(expiry));
    } catch (JacksonException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return new Token(null, null);
    }
  }

  boolean isOfAppPassword() {
    return !MAIN_PASSWORD.equals(scope);
  }

  boolean opensMessages() {
    return WITH_MESSAGES.equals(scope);
  }
}
