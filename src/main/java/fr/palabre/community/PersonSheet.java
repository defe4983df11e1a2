package fr.palabre.community;

import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is known of a person of the public. */
public record PersonSheet(
    PersonId id, String name, Instant firstSeenAt, List<Profile> profiles, List<Note> notes) {

  /** Who they are on one network. */
  public record Profile(NetworkId network, String remoteId, String handle, String displayName) {}

  /** What a member wrote about them, for the team only. */
  public record Note(UUID id, String text, String byName, Instant at) {}
}
