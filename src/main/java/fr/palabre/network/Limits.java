package fr.palabre.network;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a network accepts in one post.
 *
 * @param maxLength longest text, in {@code unit}
 * @param unit how the network counts
 * @param maxBytes longest text in UTF-8 bytes, where the network limits that too
 * @param linkLength what each http(s) link counts for whatever its length; null if in full
 * @param remoteMentionAsLocal whether {@code @user@host} counts as {@code @user}
 * @param images rules for the images of one post
 * @param contentWarning whether a text can be hidden behind a warning
 * @param visibilities whom a post can be shown to; empty if there is no choice
 * @param linkCard whether a link can be sent with a preview card
 */
public record Limits(
    int maxLength,
    Unit unit,
    @Nullable Integer maxBytes,
    @Nullable Integer linkLength,
    boolean remoteMentionAsLocal,
    ImageRules images,
    boolean contentWarning,
    Set<Visibility> visibilities,
    boolean linkCard) {

  public enum Unit { GRAPHEMES, CHARACTERS }

  /**
   * @param maxCount images in one post
   * @param maxBytes size of one image, in bytes
   * @param maxPixels width × height of one image; null if not limited
   * @param mimeTypes accepted types
   * @param maxAltLength longest alternative text, in graphemes
   */
  public record ImageRules(
      int maxCount,
      long maxBytes,
      @Nullable Long maxPixels,
      List<String> mimeTypes,
      int maxAltLength) {}

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern REMOTE_MENTION =
      Pattern.compile("(?<![\\w@])(@[\\w.-]+)@[\\w-]+(\\.[\\w-]+)+");

  /** The length of a text as this network counts it. */
  public int length(String text) {
    var counted = text;
    if (linkLength != null && counted.contains("http"))
      counted = LINK.matcher(counted).replaceAll("x".repeat(linkLength));
    if (remoteMentionAsLocal && counted.indexOf('@') >= 0)
      counted = REMOTE_MENTION.matcher(counted).replaceAll("$1");
    return switch (unit) {
      case GRAPHEMES -> isPlain(counted) ? counted.length()
          : (int) GRAPHEME.matcher(counted).results().count();
      case CHARACTERS -> counted.codePointCount(0, counted.length());
    };
  }

  // Characters of our languages that never join others; the regular expression is slow.
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x300 && c != '\r' || c >= 0x2010 && c <= 0x2027
        || c == 0x202f || c == '€');
  }

  public boolean accepts(String text) {
    return length(text) <= maxLength
        && (maxBytes == null
            || text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= maxBytes);
  }
}
