package fr.palabre.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message ready for one network: what is sent is exactly this.
 *
 * @param replyTo what it answers; null for a post of its own
 * @param link a link to show as a card; null for none
 * @param contentWarning text shown first; null for none
 * @param language BCP 47 tag of the text, such as {@code fr}
 */
public record PostDraft(
    String text,
    List<Image> images,
    @Nullable ReplyTo replyTo,
    @Nullable LinkCard link,
    @Nullable Visibility visibility,
    @Nullable String contentWarning,
    @Nullable String language) {

  public PostDraft {
    images = List.copyOf(images);
  }

  public static PostDraft of(String text) {
    return new PostDraft(text, List.of(), null, null, null, null, null);
  }

  public PostDraft inReplyTo(ReplyTo parent) {
    return new PostDraft(text, images, parent, link, visibility, contentWarning, language);
  }

  /**
   * An image of the media library, as a file on this machine. Size in bytes, sides in pixels.
   *
   * @param sent what the network calls it, if it has it already; null if not
   */
  public record Image(Path file, String mimeType, long bytes, int width, int height,
      String altText, @Nullable String sent) {

    public Image(Path file, String mimeType, long bytes, int width, int height, String altText) {
      this(file, mimeType, bytes, width, height, altText, null);
    }
  }

  /**
   * @param parentId remote id of the message answered
   * @param rootId remote id of the first message of its thread; the parent's if it is the first
   * @param direct whether it answers a private message
   * @param mention handle to name in front where the network wants it; null if it does not
   */
  public record ReplyTo(
      String parentId, String rootId, boolean direct, @Nullable String mention) {}

  public record LinkCard(URI address, String title, String description) {}
}
