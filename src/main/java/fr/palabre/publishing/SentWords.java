package fr.palabre.publishing;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.network.PostDraft;
import fr.palabre.publishing.Afterwards.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What we sent of a post, as we corrected it last; and whether a network shows something else. */
final class SentWords {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  // Networks show a person of another server by the name alone.
  private static final Pattern SERVER =
      Pattern.compile("(?<![\\w@])(@[\\w.-]+)@[\\w-]+(\\.[\\w-]+)+");

  private SentWords() {}

  /**
   * @param deliveries of one post: its parts, its first reply and its corrections, in the order of
   *     their making
   */
  static List<Message> of(List<Delivery> deliveries) {
    return deliveries.stream().flatMap(d -> message(d, deliveries).stream()).toList();
  }

  /** All that is read of it: its warning, then its words. */
  static String read(PostDraft draft) {
    var warning = draft.contentWarning();
    return warning == null || warning.isBlank() ? draft.text() : warning + "\n\n" + draft.text();
  }

  /** Networks give the same words with other spaces, and shorter names. */
  static boolean same(String ours, String theirs) {
    return bare(ours).equals(bare(theirs));
  }

  /** The draft with what is read of it replaced. */
  static PostDraft with(PostDraft draft, String read) {
    var warning = draft.contentWarning();
    return warning != null && read.startsWith(warning)
        ? with(draft, warning, read.substring(warning.length()).strip())
        : with(draft, null, read);
  }

  private static PostDraft with(PostDraft draft, @Nullable String warning, String text) {
    return new PostDraft(text, draft.images(), draft.replyTo(), draft.link(), draft.visibility(),
        warning, draft.language());
  }

  private static Optional<Message> message(Delivery part, List<Delivery> all) {
    var id = remoteId(part.standing());
    if (id == null || !(part.act() instanceof Act.Publish(PostDraft sent)))
      return Optional.empty();
    var reply = part.subject().equals(new PostId(part.subject().id()).firstReply());
    var place = 1 + all.stream().filter(d -> d.subject().equals(part.subject())).toList()
        .indexOf(part);
    var message = new Message(part.id(), reply, place, id, sent, part.createdAt());
    return Optional.of(all.stream()
        .flatMap(d -> corrected(d, message).stream())
        .reduce(message, (_, later) -> later));
  }

  private static Optional<Message> corrected(Delivery d, Message message) {
    return d.state() == DeliveryState.DELIVERED
        && d.act() instanceof Act.Edit(String id, PostDraft draft) && id.equals(message.remoteId())
        ? Optional.of(message.with(draft, d.createdAt())) : Optional.empty();
  }

  private static @Nullable String remoteId(Standing standing) {
    return switch (standing) {
      case Standing.Accepted(String id) -> id;
      case Standing.Confirmed(String id, var _) -> id;
      default -> null;
    };
  }

  private static String bare(String text) {
    return BLANKS.matcher(SERVER.matcher(text).replaceAll("$1")).replaceAll(" ").strip();
  }
}
