package fr.palabre.network.connector.bluesky;

import fr.palabre.network.DeliveryKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys of our own records. Chosen by us, always the same for the same act, so that a repeated
 * act meets the record of the first one instead of making another. Bluesky wants timestamp ids
 * (TID): 53 bits of microseconds and 10 free bits, in 13 characters that sort like the moment.
 */
final class RecordKey {
  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;
  private static final int FREE_BITS = 10;
  private static final int TIME_ORDERED = 7;
  private static final long MICROS = (1L << 53) - 1;
  // The act's moment within 17 s; the rest is drawn from its key, so that the parts of a thread
  // made in the same millisecond do not meet.
  private static final long DRAWN = (1L << 24 + FREE_BITS) - 1;
  // Keys without a moment stay before 2006: no server has to frown on a key from the future.
  private static final long TIMELESS = (1L << 60) - 1;

  private RecordKey() {}

  static String of(DeliveryKey key) {
    var drawn = digest(key.value().toString());
    if (key.value().version() != TIME_ORDERED) return tid(drawn & TIMELESS);
    var micros = (key.value().getMostSignificantBits() >>> 16) * 1000 & MICROS;
    return tid(micros << FREE_BITS & ~DRAWN | drawn & DRAWN);
  }

  /** The one key of our like of this message: liking twice is liking once. */
  static String ofLike(String subject) {
    return tid(digest(subject) & TIMELESS);
  }

  private static String tid(long value) {
    var characters = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--, value >>>= 5)
      characters[i] = ALPHABET.charAt((int) (value & 31));
    return new String(characters);
  }

  private static long digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
