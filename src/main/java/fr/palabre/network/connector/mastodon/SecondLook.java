package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonApi.JSON;

import fr.palabre.network.RawEvent;
import fr.palabre.network.connector.mastodon.MastodonPayloads.SeenAgain;
import fr.palabre.network.wire.Answer.Ok;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks again at messages we were told of, for those changed or taken back meanwhile. Only where
 * the server answers for several at once: Mastodon from 4.3 on.
 */
final class SecondLook {
  private static final int MISSED = 5;
  private final MastodonApi api;
  private final Clock clock;

  SecondLook(MastodonApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** What became of them; {@code watched} says afterwards how they stand. */
  List<RawEvent> at(MastodonAccess access, Map<String, String> watched) {
    if (watched.isEmpty()) return List.of();
    var asked = List.copyOf(watched.keySet());
    if (!(api.statuses(access, asked) instanceof Ok<List<JsonNode>>(List<JsonNode> found)))
      return List.of();
    var events = new ArrayList<RawEvent>();
    var missed = new ArrayList<>(asked);
    for (var status : found) {
      var id = status.path("id").asString("");
      missed.remove(id);
      if (!watched.containsKey(id) || changed(status).equals(watched.get(id))) continue;
      watched.put(id, changed(status));
      events.add(event(id, changed(status), SeenAgain.EDITED, status));
    }
    // A list may leave out what is still there; a single question is answered for sure.
    for (var id : missed.subList(0, Math.min(MISSED, missed.size()))) {
      if (!MastodonErrors.isGone(api.status(access, id))) continue;
      watched.remove(id);
      events.add(event(id, "gone", SeenAgain.GONE, null));
    }
    return events;
  }

  static String changed(JsonNode status) {
    return status.path("edited_at").asString("");
  }

  private RawEvent event(String id, String revision, String type, @Nullable JsonNode status) {
    return new RawEvent("status/" + id, revision,
        JSON.writeValueAsString(new SeenAgain(type, status, id, clock.instant())));
  }
}
