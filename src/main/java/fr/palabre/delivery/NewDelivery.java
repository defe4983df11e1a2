package fr.palabre.delivery;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act to submit.
 *
 * @param notBefore when it goes out
 * @param notAfter if it could not begin by then, it is too late; null: it goes whatever the hour
 * @param skipsLate whether it is left out when too late; else a person is asked
 * @param after starts only once that one is delivered; a message that answers nothing then answers
 *     it (next part of a thread, first reply); null if it stands alone
 * @param by who wants it; null when Palabre acts by itself
 */
public record NewDelivery(
    WorkspaceId workspace,
    AccountId account,
    Act act,
    DeliverySubject subject,
    Instant notBefore,
    @Nullable Instant notAfter,
    boolean skipsLate,
    @Nullable DeliveryId after,
    @Nullable UserId by) {

  public NewDelivery {
    if (notAfter != null && notAfter.isBefore(notBefore))
      throw new IllegalArgumentException("A delivery cannot be late before it is due");
  }

  /** One about which a person is asked when it is too late. */
  public NewDelivery(WorkspaceId workspace, AccountId account, Act act, DeliverySubject subject,
      Instant notBefore, @Nullable Instant notAfter, @Nullable DeliveryId after,
      @Nullable UserId by) {
    this(workspace, account, act, subject, notBefore, notAfter, false, after, by);
  }

  /** One that goes out whatever the hour. */
  public NewDelivery(WorkspaceId workspace, AccountId account, Act act, DeliverySubject subject,
      Instant notBefore, @Nullable DeliveryId after, @Nullable UserId by) {
    this(workspace, account, act, subject, notBefore, null, false, after, by);
  }
}
