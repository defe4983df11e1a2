package fr.palabre.identity.team;

import fr.palabre.identity.Role;
import fr.palabre.platform.mail.OutgoingMail.Fate;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation nobody has taken yet, as the team sees it.
 *
 * @param email null where the link is for whoever receives it
 * @param token the key in its link
 * @param mail what became of its e-mail; null where none was written
 */
public record PendingInvitation(UUID id, @Nullable String email, Role role, String token,
    @Nullable Fate mail, Instant expiresAt) {

  PendingInvitation mailed(@Nullable Fate fate) {
    return new PendingInvitation(id, email, role, token, fate, expiresAt);
  }

  public boolean expired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
