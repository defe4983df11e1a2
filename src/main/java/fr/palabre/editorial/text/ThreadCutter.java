package fr.palabre.editorial.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cuts a text into the messages of a thread: where its author wrote a line of three dashes, and,
 * where a piece is still too long, at the end of a paragraph, a sentence, or at worst a word.
 */
public final class ThreadCutter {
  private static final Pattern HAND_CUT = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
  // Not after "M." or "St.": an initial or a title is not the end of a sentence.
  private static final Pattern SENTENCE =
      Pattern.compile("(?U)(?<!\\b\\p{L}{1,2})[.!?…]+[»”\")]?(?=\\s)|\\n");
  private static final Pattern WORD = Pattern.compile("\\S(?=\\s)");
  private static final int ROOM_FOR_NUMBER = " (99/99)".length();
  private final Predicate<String> fits;
  private final boolean numbered;

  private ThreadCutter(Predicate<String> fits, boolean numbered) {
    this.fits = numbered ? text -> fits.test(text + "x".repeat(ROOM_FOR_NUMBER)) : fits;
    this.numbered = numbered;
  }

  /**
   * The messages, in order; the whole text alone if nothing cuts it.
   *
   * @param fits whether the network takes a text of that length
   * @param automatic whether pieces too long are cut too
   * @param numbered whether each message ends with its number, "(2/3)"
   */
  public static List<String> cut(String text, Predicate<String> fits, boolean automatic,
      boolean numbered) {
    var byHand = byHand(text);
    if (byHand.size() <= 1 && (!automatic || fits.test(text.strip()))) return byHand;
    return new ThreadCutter(fits, numbered).pieces(byHand, automatic);
  }

  private static List<String> byHand(String text) {
    var pieces = HAND_CUT.splitAsStream(text).map(String::strip).filter(p -> !p.isEmpty()).toList();
    return pieces.isEmpty() ? List.of("") : pieces;
  }

  private List<String> pieces(List<String> byHand, boolean automatic) {
    var pieces = new ArrayList<String>();
    for (var piece : byHand) {
      if (automatic) shorten(piece, pieces);
      else pieces.add(piece);
    }
    if (!numbered || pieces.size() < 2) return List.copyOf(pieces);
    for (int i = 0; i < pieces.size(); i++)
      pieces.set(i, pieces.get(i) + " (" + (i + 1) + "/" + pieces.size() + ")");
    return List.copyOf(pieces);
  }

  private void shorten(String piece, List<String> into) {
    var rest = piece;
    while (!fits.test(rest)) {
      int end = end(rest);
      if (end <= 0) break;
      into.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) into.add(rest);
  }

  // A paragraph's end is worth a shorter message, a sentence's end too; else as much as fits.
  private int end(String text) {
    int longest = last(text, WORD, 1);
    for (var pattern : List.of(PARAGRAPH, SENTENCE)) {
      int end = last(text, pattern, 1);
      if (end * 3 > longest) return end;
    }
    return longest;
  }

  private int last(String text, Pattern pattern, int from) {
    int best = 0;
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      if (!fits.test(text.substring(0, end).strip())) return best;
      if (end >= from) best = end;
    }
    return best;
  }
}
