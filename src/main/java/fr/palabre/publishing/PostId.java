package fr.palabre.publishing;

import fr.palabre.delivery.DeliverySubject;
import fr.palabre.platform.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A content as it goes out on one account. */
public record PostId(UUID value) {
  static PostId next() {
    return new PostId(Ids.next());
  }

  /** The message, or the parts of its thread. */
  public DeliverySubject parts() {
    return new DeliverySubject("post", value);
  }

  public DeliverySubject firstReply() {
    return new DeliverySubject("first-reply", value);
  }

  /** All that is to be read of it: its parts, then its first reply. */
  public List<DeliverySubject> messages() {
    return List.of(parts(), firstReply());
  }

  /** Its messages, and what was done with them once they were out. */
  public Stream<DeliverySubject> subjects() {
    return Stream.concat(messages().stream(), Stream.of(correction(), removal()));
  }

  public DeliverySubject removal() {
    return new DeliverySubject("post-removal", value);
  }

  public DeliverySubject correction() {
    return new DeliverySubject("post-correction", value);
  }

  /** Whether a delivery's subject is a post, or something done with one. */
  public static boolean isAbout(DeliverySubject subject) {
    return subject.kind().startsWith("post") || subject.kind().equals("first-reply");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
