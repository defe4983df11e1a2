package fr.palabre.delivery;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act towards a network and where it stands.
 *
 * @param skipsLate whether it is left out once that instant has passed; else a person is asked
 * @param attempts calls begun so far
 */
public record Delivery(
    DeliveryId id,
    WorkspaceId workspace,
    AccountId account,
    Act act,
    DeliverySubject subject,
    Standing standing,
    Instant notBefore,
    @Nullable Instant notAfter,
    boolean skipsLate,
    @Nullable DeliveryId after,
    @Nullable UserId by,
    Instant createdAt,
    int attempts) {

  public DeliveryState state() {
    return standing.state();
  }
}
