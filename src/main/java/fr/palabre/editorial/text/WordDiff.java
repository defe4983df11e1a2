package fr.palabre.editorial.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed from one text to another, word by word. */
public final class WordDiff {
  private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|.", Pattern.DOTALL);
  private static final long MOST_CELLS = 4_000_000;

  private WordDiff() {}

  public enum Kind { SAME, ADDED, REMOVED }

  public record Piece(Kind kind, String text) {}

  public static List<Piece> between(String before, String after) {
    var old = tokens(before);
    var now = tokens(after);
    var pieces = new ArrayList<Piece>();
    if ((long) old.size() * now.size() > MOST_CELLS) {
      add(pieces, Kind.REMOVED, before);
      add(pieces, Kind.ADDED, after);
      return pieces;
    }
    walk(old, now, common(old, now), pieces);
    return pieces;
  }

  /** Length of the longest common part of what follows each pair of places. */
  private static int[][] common(List<String> old, List<String> now) {
    var length = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--)
      for (int j = now.size() - 1; j >= 0; j--)
        length[i][j] = old.get(i).equals(now.get(j))
            ? length[i + 1][j + 1] + 1
            : Math.max(length[i + 1][j], length[i][j + 1]);
    return length;
  }

  private static void walk(List<String> old, List<String> now, int[][] common,
      List<Piece> into) {
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        add(into, Kind.SAME, old.get(i++));
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(into, Kind.REMOVED, old.get(i++));
      } else {
        add(into, Kind.ADDED, now.get(j++));
      }
    }
  }

  private static void add(List<Piece> into, Kind kind, String text) {
    if (text.isEmpty()) return;
    if (!into.isEmpty() && into.getLast().kind() == kind)
      into.set(into.size() - 1, new Piece(kind, into.getLast().text() + text));
    else into.add(new Piece(kind, text));
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }
}
