package fr.palabre.identity.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long, and not the first thing one would try. Length is what protects
 * (NIST SP 800-63B); no rule asks for signs and capitals.
 */
public final class PasswordRules {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;
  private static final int FEWEST_SIGNS = 5;
  // What remains of a guessable password once figures and signs are taken off its ends.
  private static final Set<String> COMMON = Set.of("password", "motdepasse", "azerty",
      "azertyuiop", "qwerty", "qwertyuiop", "qsdfghjklm", "asdfghjkl", "wxcvbn", "bonjour",
      "soleil", "doudou", "chouchou", "loulou", "marseille", "jetaime", "iloveyou", "welcome",
      "bienvenue", "admin", "administrateur", "administrator", "letmein", "abcdefghijkl",
      "changeme", "changezmoi", "palabre", "secret", "football", "princess", "superman");

  private PasswordRules() {}

  /** The message key of what is wrong; null when it will do. */
  public static @Nullable String fault(String password, String... own) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      return "identity.fault.password.short";
    if (password.length() > LONGEST) return "identity.fault.password.long";
    if (password.chars().distinct().count() < FEWEST_SIGNS || COMMON.contains(core(password)))
      return "identity.fault.password.common";
    for (var word : own)
      if (contains(password, word)) return "identity.fault.password.own";
    return null;
  }

  /** Whether hardly more than the person's or the brand's own name is in it. */
  private static boolean contains(String password, String own) {
    var word = letters(own.replaceFirst("@.*", ""));
    var rest = letters(password);
    return word.length() >= 4 && rest.contains(word) && rest.length() - word.length() < 6;
  }

  private static String core(String password) {
    return letters(password).replaceAll("^[0-9]+|[0-9]+$", "");
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}
