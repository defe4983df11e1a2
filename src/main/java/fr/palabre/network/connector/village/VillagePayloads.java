package fr.palabre.network.connector.village;

import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.RawEvent;
import fr.palabre.network.connector.village.VillageEvent.Happening;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the village sent. */
@Component
class VillagePayloads {
  private final JsonMapper json;

  VillagePayloads(JsonMapper json) {
    this.json = json;
  }

  Inbound understand(RawEvent event) {
    try {
      return understand(needed(json.readValue(event.payload(), Happening.class), "content"));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a happening: " + e.getOriginalMessage(), e);
    }
  }

  private static Inbound understand(Happening what) {
    var at = needed(what.at(), "at");
    return switch (needed(what.type(), "type")) {
      case "message" -> new Inbound.Message(needed(what.id(), "id"),
          Kind.valueOf(needed(what.kind(), "kind")), needed(what.author(), "author"),
          needed(what.text(), "text"), what.parent(), what.root(), null, List.of(),
          what.language(), at);
      case "change" ->
          new Inbound.MessageChanged(needed(what.id(), "id"), needed(what.text(), "text"), at);
      case "removal" -> new Inbound.MessageDeleted(needed(what.id(), "id"), at);
      case "reaction" -> new Inbound.Reaction(ReactionKind.valueOf(needed(what.kind(), "kind")),
          needed(what.author(), "author"), what.parent(), at);
      default -> throw new IllegalArgumentException("Unknown happening: " + what.type());
    };
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) throw new IllegalArgumentException("Without " + name);
    return value;
  }
}
