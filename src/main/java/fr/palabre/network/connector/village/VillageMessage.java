package fr.palabre.network.connector.village;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something written in the village.
 *
 * @param author handle of the villager; null if the brand wrote it
 * @param rootId first message of its thread, or the name of the private conversation
 * @param intent what the villager wants; null if the brand wrote it
 * @param depth how many times this villager has come back in this exchange
 */
record VillageMessage(
    String id,
    @Nullable String author,
    Kind kind,
    String body,
    int images,
    @Nullable String parentId,
    String rootId,
    @Nullable Intent intent,
    int depth,
    Instant at) {

  enum Kind { POST, REPLY, MENTION, DIRECT }

  boolean ours() {
    return author == null;
  }
}
