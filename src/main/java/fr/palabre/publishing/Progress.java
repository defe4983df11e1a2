package fr.palabre.publishing;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.editorial.AdaptationProgress.Status;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands, from its parts in their order. Pure.
 *
 * @param remoteId of its first part, once out
 * @param note why it does not go on, as a code; empty if it does
 */
record Progress(PostState state, @Nullable String remoteId, @Nullable URI permalink, String note) {

  static Progress of(List<Delivery> parts) {
    var first = parts.getFirst().standing();
    var remoteId = switch (first) {
      case Standing.Accepted(String id) -> id;
      case Standing.Confirmed(String id, URI _) -> id;
      default -> null;
    };
    var link = first instanceof Standing.Confirmed(String _, URI address) ? address : null;
    return new Progress(state(parts), remoteId, link, note(parts));
  }

  private static PostState state(List<Delivery> parts) {
    if (any(parts, DeliveryState.UNKNOWN)) return PostState.IN_DOUBT;
    if (any(parts, DeliveryState.REFUSED)) return PostState.REFUSED;
    var out = any(parts, DeliveryState.DELIVERED);
    if (parts.stream().allMatch(p -> p.state().isFinal()))
      return out ? PostState.OUT : skipped(parts) ? PostState.SKIPPED : PostState.CANCELLED;
    return out || any(parts, DeliveryState.CALLING) ? PostState.SENDING : PostState.WAITING;
  }

  private static String note(List<Delivery> parts) {
    for (var part : parts) {
      if (part.standing() instanceof Standing.Refused(var answer)) return answer.reason().name();
      if (part.standing() instanceof Standing.Held(var hold) && hold != Standing.Hold.TURN)
        return hold.name();
    }
    return "";
  }

  private static boolean skipped(List<Delivery> parts) {
    return parts.stream().anyMatch(p -> p.standing() instanceof Standing.Skipped);
  }

  private static boolean any(List<Delivery> parts, DeliveryState state) {
    return parts.stream().anyMatch(p -> p.state() == state);
  }

  Status status() {
    return switch (state) {
      case WAITING -> Status.WAITING;
      case SENDING -> Status.SENDING;
      case IN_DOUBT -> Status.IN_DOUBT;
      case REFUSED -> Status.REFUSED;
      case OUT, REMOVED -> Status.PUBLISHED;
      case CANCELLED -> Status.CANCELLED;
      case SKIPPED -> Status.SKIPPED;
    };
  }
}
