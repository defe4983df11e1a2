package fr.palabre.editorial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The hash of exactly what a content would send: for each account its text, images by the hash of
 * their bytes, alternative texts, and options. The internal title and the hour are not in it.
 */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(ContentBody body) {
    var print = new Fingerprint();
    body.chosen().stream()
        .sorted(Comparator.comparing(a -> a.account().value()))
        .forEach(a -> print.add(body, a));
    return HexFormat.of().formatHex(print.digest.digest());
  }

  private void add(ContentBody body, Adaptation a) {
    add(a.account().toString(), body.textOf(a), body.firstReplyOf(a), a.contentWarning(),
        String.valueOf(a.visibility()), "thread " + a.thread() + a.numbered(), body.language());
    var link = body.card();
    if (link != null) add(link.address().toString(), link.title(), link.description());
    for (var image : body.imagesOf(a)) add("image", image.sha256(), image.altText());
  }

  // Each value with its length, so that no two lists of values are written alike.
  private void add(String... values) {
    for (var value : values) {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
  }
}
