package fr.palabre.analytics;

import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentPublished;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.Credentials;
import fr.palabre.platform.db.RowScope;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;

/** What happens to a brand whose figures are tested. */
public class Stories {
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final RowScope scope;

  Stories(Accounts accounts, ApplicationEventPublisher events, RowScope scope) {
    this.accounts = accounts;
    this.events = events;
    this.scope = scope;
  }

  public AccountId connect(Workspace brand, String remoteId) {
    return accounts.connect(brand.id(), null, CountingNetwork.NETWORK, new Connected(remoteId,
        remoteId, "Compte " + remoteId, null, Map.of(), new Credentials(Map.of(), null), Set.of()));
  }

  public void publish(Workspace brand, AccountId account, String remoteId, Instant at) {
    publish(brand, account, remoteId, at, 0);
  }

  public void publish(Workspace brand, AccountId account, String remoteId, Instant at, int images) {
    scope.within(brand.id().value(), () -> events.publishEvent(new ContentPublished(brand.id(),
        ContentId.next(), AdaptationId.next(), account, CountingNetwork.NETWORK, remoteId, null,
        at, "Premiers mots de " + remoteId, images, false)));
  }
}
