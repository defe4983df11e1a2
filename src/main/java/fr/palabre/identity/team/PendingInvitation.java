package fr.palabre.identity.team;

import fr.palabre.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation nobody has taken yet, as the team sees it.
 *
 * @param email null where the link is for whoever receives it
 * @param token the key in its link
 */
public record PendingInvitation(UUID id, @Nullable String email, Role role, String token,
    boolean mailed, Instant expiresAt) {

  public boolean expired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
