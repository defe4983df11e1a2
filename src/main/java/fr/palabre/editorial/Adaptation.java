package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import fr.palabre.network.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one account says a content.
 *
 * @param chosen whether it goes out there; what was written stays if the account is set aside
 * @param text its own text; null says the common one
 * @param images its own images; null shows the common ones
 * @param firstReply its own first reply; null says the common one
 * @param contentWarning shown before the text; empty for none
 * @param visibility null leaves it to the network
 * @param thread whether a text too long is cut into a thread
 * @param numbered whether the parts of a thread are numbered
 */
public record Adaptation(
    AdaptationId id,
    AccountId account,
    boolean chosen,
    @Nullable String text,
    @Nullable List<ContentImage> images,
    @Nullable String firstReply,
    String contentWarning,
    @Nullable Visibility visibility,
    boolean thread,
    boolean numbered) {

  /** Says what the content says, as it says it. */
  public static Adaptation of(AccountId account) {
    return new Adaptation(AdaptationId.next(), account, true, null, null, null, "", null, false,
        false);
  }

  public boolean differs() {
    return text != null || images != null || firstReply != null;
  }

  public Adaptation withImages(@Nullable List<ContentImage> own) {
    return new Adaptation(id, account, chosen, text, own, firstReply, contentWarning, visibility,
        thread, numbered);
  }

  public Adaptation withText(@Nullable String own) {
    return new Adaptation(id, account, chosen, own, images, firstReply, contentWarning, visibility,
        thread, numbered);
  }

  public Adaptation withId(AdaptationId other) {
    return new Adaptation(other, account, chosen, text, images, firstReply, contentWarning,
        visibility, thread, numbered);
  }

  public Adaptation inThread() {
    return new Adaptation(id, account, chosen, text, images, firstReply, contentWarning, visibility,
        true, numbered);
  }

  /** Says and shows what is common again; its options stay. */
  public Adaptation asCommon() {
    return new Adaptation(id, account, chosen, null, null, null, contentWarning, visibility,
        thread, numbered);
  }
}
