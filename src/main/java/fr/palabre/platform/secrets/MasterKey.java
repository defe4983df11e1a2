package fr.palabre.platform.secrets;

import fr.palabre.platform.PalabreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The installation's one secret: 32 bytes from the environment, else made once in the data folder
 * (mode 600). Everything else that must be secret derives from it by HMAC-SHA256.
 */
@Component
public class MasterKey {
  private static final int BYTES = 32;
  private final byte[] key;

  @Autowired
  public MasterKey(PalabreSettings settings) {
    this.key = settings.keyGiven()
        ? decoded(String.valueOf(settings.secretKey()))
        : fromFile(settings.data().resolve("secret.key"));
  }

  private MasterKey(byte[] key) {
    this.key = key;
  }

  /** A key as it stands, in Base64, in a setting or a file. */
  public static MasterKey of(String text) {
    return new MasterKey(decoded(text));
  }

  /** A key of its own for one purpose; the same purpose always gives the same key. */
  public byte[] derive(String purpose) {
    return hmac(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public String deriveHex(String purpose) {
    return HexFormat.of().formatHex(derive(purpose));
  }

  private byte[] hmac(byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fromFile(Path file) {
    try {
      if (!Files.exists(file)) write(file);
      return decoded(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
  }

  private static byte[] decoded(String text) {
    var bytes = Base64.getDecoder().decode(text.trim());
    if (bytes.length != BYTES)
      throw new IllegalArgumentException("PALABRE_SECRET_KEY must be 32 bytes in Base64");
    return bytes;
  }
}
