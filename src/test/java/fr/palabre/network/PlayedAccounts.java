package fr.palabre.network;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** The accounts as they are, on networks that may allow less. */
public class PlayedAccounts extends Accounts {
  private final Rules rules;

  /** What all networks allow; empty where they allow what they really do. */
  public interface Rules {
    List<QuotaRule> rules();
  }

  PlayedAccounts(AccountStore accounts, CredentialStore credentials, CursorStore cursors,
      Connectors connectors, AuditTrail audit, ApplicationEventPublisher events, RowScope scope,
      Clock clock, Rules rules) {
    super(accounts, credentials, cursors, connectors, audit, events, scope, clock);
    this.rules = rules;
  }

  @Override
  public List<QuotaRule> quotas(ConnectedAccount account) {
    var played = rules.rules();
    return played.isEmpty() ? super.quotas(account) : played;
  }
}
