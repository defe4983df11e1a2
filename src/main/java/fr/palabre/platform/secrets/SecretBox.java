package fr.palabre.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tokens at rest: AES-256-GCM, a fresh 96-bit nonce in front of each message (NIST SP 800-38D).
 * The context (say, the account's id) is authenticated with it, so a token copied onto another row
 * does not open.
 */
@Component
public class SecretBox {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  SecretBox(MasterKey master) {
    this.key = new SecretKeySpec(master.derive("secrets at rest"), "AES");
  }

  public byte[] seal(Secret secret, String context) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, bytes(secret.reveal()), context);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /** @throws IllegalStateException if the key or the context is not the one it was sealed with */
  public Secret open(byte[] sealed, String context) {
    var buffer = ByteBuffer.wrap(sealed);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new Secret(
        new String(run(Cipher.DECRYPT_MODE, nonce, rest, context), StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, byte[] message, String context) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bytes(context));
      return cipher.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored secret does not open with this key", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
