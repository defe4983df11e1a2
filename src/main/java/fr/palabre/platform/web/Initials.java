package fr.palabre.platform.web;

/** What stands for a person or a brand that has no picture. */
public final class Initials {
  private static final int TINTS = 4;

  private Initials() {}

  /** "Maëlle Tremblet" as "MT", "Sidonie" as "SI"; "?" where there is no letter. */
  public static String of(String name) {
    var words = name.strip().split("[\\s'’.@_-]+");
    var letters = new StringBuilder();
    for (var word : words)
      if (!word.isEmpty() && letters.length() < 2)
        letters.appendCodePoint(word.codePointAt(0));
    if (words.length == 1 && words[0].length() > 1) letters.append(words[0].charAt(1));
    return letters.isEmpty() ? "?" : letters.toString().toUpperCase(java.util.Locale.ROOT);
  }

  /** Always the same tint for the same name: 0 to 3. */
  public static int tint(String name) {
    return Math.floorMod(name.hashCode(), TINTS);
  }
}
