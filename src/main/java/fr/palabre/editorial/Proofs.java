package fr.palabre.editorial;

import fr.palabre.editorial.Proof.Sheet;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.NetworkId;
import fr.palabre.network.Portraits;
import fr.palabre.network.PublishesPosts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the proof of a content. */
@Component
public class Proofs {
  private final Accounts accounts;
  private final Portraits portraits;
  private final MediaLibrary media;
  private final Clock clock;

  Proofs(Accounts accounts, Portraits portraits, MediaLibrary media, Clock clock) {
    this.accounts = accounts;
    this.portraits = portraits;
    this.media = media;
    this.clock = clock;
  }

  /** The accounts of a brand that publish, whether they work now or not. */
  public List<ConnectedAccount> accounts(WorkspaceId workspace) {
    return accounts.connected(workspace).stream()
        .filter(a -> accounts.can(a, PublishesPosts.class))
        .toList();
  }

  public Proof of(Content content) {
    return of(content.workspace(), content.body(), content.planned());
  }

  public Proof of(WorkspaceId workspace, ContentBody body, @Nullable Planned planned) {
    var assets = assets(workspace, body);
    var byId = accounts(workspace).stream()
        .collect(Collectors.toMap(ConnectedAccount::id, a -> a, (a, _) -> a, LinkedHashMap::new));
    var sheets = byId.values().stream()
        .filter(a -> body.on(a.id()).filter(Adaptation::chosen).isPresent())
        .map(a -> sheet(body, a, body.on(a.id()).orElseThrow(), assets))
        .toList();
    return new Proof(sheets, new Checking(body, planned, sheets, assets, clock.instant()).all());
  }

  private Sheet sheet(ContentBody body, ConnectedAccount account, Adaptation adaptation,
      Map<AssetId, Asset> assets) {
    var limits = accounts.limits(account);
    var drafting = new Drafting(body, limits, assets);
    return new Sheet(account, portraits.address(account.avatarUrl()),
        accounts.connector(account.network()), limits, adaptation,
        body.imagesOf(adaptation), drafting.parts(adaptation), drafting.firstReply(adaptation));
  }

  Map<AssetId, Asset> assets(WorkspaceId workspace, ContentBody body) {
    return media.assets(workspace, assetIds(body));
  }

  Map<AccountId, NetworkId> networks(WorkspaceId workspace) {
    return accounts(workspace).stream()
        .collect(Collectors.toMap(ConnectedAccount::id, ConnectedAccount::network));
  }

  static Set<AssetId> assetIds(ContentBody body) {
    var ids = new LinkedHashSet<AssetId>();
    body.images().forEach(i -> ids.add(i.asset()));
    for (var a : body.adaptations())
      if (a.images() != null) a.images().forEach(i -> ids.add(i.asset()));
    return ids;
  }
}
