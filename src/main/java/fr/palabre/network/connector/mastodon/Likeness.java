package fr.palabre.network.connector.mastodon;

import fr.palabre.network.PostDraft;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Media;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a status of ours is what a draft became. Servers render texts in their own ways, so only
 * letters and figures are compared, without the names called in front; where there are none, those
 * of the images' descriptions.
 */
enum Likeness {
  SAME,
  /** Alike but for links, or without a letter to compare: nobody can tell. */
  ALIKE,
  DIFFERENT;

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern HOST =
      Pattern.compile("(?<![\\w@])(@[\\w.-]+)@[\\w-]+(\\.[\\w-]+)+");
  private static final Pattern CALLED = Pattern.compile("^(\\s*@[\\w.-]*\\w)+");

  static Likeness between(PostDraft draft, Status status) {
    var ours = text(draft.contentWarning(), draft.text(),
        draft.images().stream().map(PostDraft.Image::altText).collect(Collectors.joining()));
    var theirs = text(status.spoilerText(), StatusText.of(status.content()),
        Objects.requireNonNullElse(status.mediaAttachments(), List.<Media>of()).stream()
            .map(it -> Objects.requireNonNullElse(it.description(), ""))
            .collect(Collectors.joining()));
    if (!letters(ours).isEmpty() && letters(ours).equals(letters(theirs))) return SAME;
    return letters(LINK.matcher(ours).replaceAll(""))
        .equals(letters(LINK.matcher(theirs).replaceAll(""))) ? ALIKE : DIFFERENT;
  }

  private static String text(@Nullable String warning, String text, String described) {
    var said = Objects.requireNonNullElse(warning, "") + "\n" + bare(text);
    return letters(said).isEmpty() ? described : said;
  }

  private static String bare(String text) {
    return CALLED.matcher(HOST.matcher(text).replaceAll("$1")).replaceFirst("");
  }

  private static String letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
