package fr.palabre.inbox;

/** The beginning of a text, as the list shows it. */
final class Excerpt {
  private static final int LONGEST = 160;

  private Excerpt() {}

  static String of(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) return line;
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
  }
}
