package fr.palabre.network.connector.mastodon;

import fr.palabre.network.connector.mastodon.MastodonPayloads.Metadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof that who comes back is who left (PKCE, RFC 7636). */
final class Proof {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Proof() {}

  static boolean isOffered(@Nullable Metadata server) {
    return server != null && server.codeChallengeMethodsSupported() != null
        && server.codeChallengeMethodsSupported().contains("S256");
  }

  static String newVerifier() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  static String challenge(String verifier) {
    try {
      return text(MessageDigest.getInstance("SHA-256")
          .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
