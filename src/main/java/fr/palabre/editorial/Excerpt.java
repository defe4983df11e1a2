package fr.palabre.editorial;

/** The first words of a content, for lists and tiles. */
final class Excerpt {
  private static final int LENGTH = 160;
  private static final int NAME_LENGTH = 70;

  private Excerpt() {}

  static String cut(String text) {
    return cut(text, LENGTH);
  }

  static String name(ContentBody body) {
    return body.title().isBlank() ? cut(firstText(body), NAME_LENGTH) : body.title().strip();
  }

  private static String firstText(ContentBody body) {
    if (!body.text().isBlank()) return body.text();
    return body.chosen().stream().map(body::textOf).filter(t -> !t.isBlank()).findFirst()
        .orElse("");
  }

  private static String cut(String text, int length) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= length) return line;
    var space = line.lastIndexOf(' ', length);
    return line.substring(0, space > length / 2 ? space : length) + "…";
  }
}
