package fr.palabre.publishing.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text beside another: what begins both, what is its own, what ends both. Whole words. */
public record Marked(String before, String changed, String after) {
  private static final Pattern WORD = Pattern.compile("\\s+|\\S+");

  static Marked of(String text, String other) {
    var mine = words(text);
    var theirs = words(other);
    int both = Math.min(mine.size(), theirs.size());
    int from = 0;
    while (from < both && mine.get(from).equals(theirs.get(from))) from++;
    int end = 0;
    while (end < both - from && mine.reversed().get(end).equals(theirs.reversed().get(end))) end++;
    int to = mine.size() - end;
    return new Marked(String.join("", mine.subList(0, from)),
        String.join("", mine.subList(from, to)), String.join("", mine.subList(to, mine.size())));
  }

  /** From where it differs on. */
  String changes() {
    var rest = (changed + after).strip();
    return before.isEmpty() ? rest : "… " + rest;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
