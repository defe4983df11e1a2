package fr.palabre.identity;

import java.text.Normalizer;
import java.util.Locale;

/** A brand's name as the first segment of its addresses. */
final class Slug {
  private static final int LONGEST = 36;

  private Slug() {}

  /** "Crêperie de l’Étang" as "creperie-de-l-etang"; "marque" where no letter is left. */
  static String of(String name) {
    var plain = Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "oe"),
        Normalizer.Form.NFKD);
    var words = plain.toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^a-z0-9]+", "-");
    var cut = words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^-+|-+$", "");
    return cut.length() < 2 ? "marque" : cut;
  }
}
