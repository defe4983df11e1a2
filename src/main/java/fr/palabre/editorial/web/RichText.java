package fr.palabre.editorial.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text as networks show it: links, hashtags and mentions stand out. */
public final class RichText {
  private static final Pattern MARK =
      Pattern.compile("https?://\\S*[^\\s.,;:!?)»]|(?<![\\w&/])[#@][\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]*");

  private RichText() {}

  public record Piece(String text, boolean marked) {}

  public static List<Piece> of(String text) {
    var pieces = new ArrayList<Piece>();
    var matcher = MARK.matcher(text);
    int at = 0;
    while (matcher.find()) {
      if (matcher.start() > at) pieces.add(new Piece(text.substring(at, matcher.start()), false));
      pieces.add(new Piece(matcher.group(), true));
      at = matcher.end();
    }
    if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
    return pieces;
  }
}
