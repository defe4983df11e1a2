package fr.palabre.network;

import fr.palabre.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Addresses in this house for pictures on networks. Each is signed: only pictures that Palabre
 * itself has met can be asked for.
 */
@Component
public class Portraits {
  public static final String PATH = "/portraits/";
  private static final int SIGNATURE = 12;
  private final SecretKeySpec key;

  Portraits(MasterKey master) {
    this.key = new SecretKeySpec(master.derive("portraits"), "HmacSHA256");
  }

  /** Where a page finds the picture; null if there is none, for the initials to stand in. */
  public @Nullable String address(@Nullable String avatarUrl) {
    if (avatarUrl == null || !avatarUrl.startsWith("http")) return null;
    var url = avatarUrl.getBytes(StandardCharsets.UTF_8);
    return PATH + text(signature(url)) + "." + text(url);
  }

  /** The picture's address on its network; empty if this is no address of ours. */
  public Optional<String> source(String token) {
    try {
      var parts = token.split("\\.", 2);
      var url = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
      var given = Base64.getUrlDecoder().decode(parts[0]);
      return MessageDigest.isEqual(given, signature(url))
          ? Optional.of(new String(url, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] signature(byte[] url) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(url), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
