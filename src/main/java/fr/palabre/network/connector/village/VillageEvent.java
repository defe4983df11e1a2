package fr.palabre.network.connector.village;

import fr.palabre.network.RemoteAuthor;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the brand's account is told, once its hour has come.
 *
 * @param id the same for each state of one message
 * @param about id of the message it concerns, or of the first of its thread
 */
record VillageEvent(
    Instant at, String id, String revision, String kind, @Nullable String about, Happening what) {

  /** As it goes over the wire. */
  record Happening(
      String type,
      @Nullable String id,
      @Nullable String kind,
      @Nullable RemoteAuthor author,
      @Nullable String text,
      @Nullable String parent,
      @Nullable String root,
      @Nullable String language,
      Instant at) {}

  static VillageEvent wrote(VillageMessage message, Villager who) {
    return new VillageEvent(message.at(), message.id(), "", message.kind().name(),
        message.rootId(), new Happening("message", message.id(), message.kind().name(),
            who.author(), message.body(), message.parentId(), message.rootId(), who.language(),
            message.at()));
  }

  static VillageEvent changed(VillageMessage message, String text, Instant at) {
    return new VillageEvent(at, message.id(), "2", "CHANGE", message.rootId(), new Happening(
        "change", message.id(), null, null, text, null, null, null, at));
  }

  static VillageEvent tookBack(VillageMessage message, Instant at) {
    return new VillageEvent(at, message.id(), "3", "REMOVAL", message.rootId(), new Happening(
        "removal", message.id(), null, null, null, null, null, null, at));
  }

  static VillageEvent reacted(String kind, Villager who, @Nullable String on, Instant at) {
    var id = kind.toLowerCase(Locale.ROOT) + ":" + (on == null ? "" : on + ":") + who.handle();
    return new VillageEvent(at, id, "", kind, on, new Happening(
        "reaction", null, kind, who.author(), null, on, null, null, at));
  }
}
