package fr.palabre.network;

import fr.palabre.platform.secrets.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account. Kept encrypted; printed as dots.
 *
 * @param expiresAt when it must have been refreshed; null if it does not expire
 */
public record Credentials(Map<String, Secret> secrets, @Nullable Instant expiresAt) {
  public Credentials {
    secrets = Map.copyOf(secrets);
  }

  /** @throws IllegalStateException if the connector never wrote it */
  public String reveal(String name) {
    var secret = secrets.get(name);
    if (secret == null) throw new IllegalStateException("No secret named " + name);
    return secret.reveal();
  }
}
