package fr.palabre.network;

import fr.palabre.platform.secrets.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A network whose every answer a test writes. */
class ScriptedConnector implements DeletesPosts, RefreshesTokens {
  static final NetworkId NETWORK = new NetworkId("scripted");
  final List<String> refreshedWith = new CopyOnWriteArrayList<>();
  final List<String> deletedWith = new CopyOnWriteArrayList<>();
  Function<String, DeliveryOutcome> onDelete =
      _ -> new DeliveryOutcome.Delivered("gone", null);
  Function<String, Reading<Credentials>> onRefresh = _ -> new Reading.Failed<>("not scripted");

  static Credentials credentials(String token, @Nullable Instant expiresAt) {
    return new Credentials(Map.of("token", new Secret(token)), expiresAt);
  }

  static ConnectResult.Connected connected(String remoteId, Credentials credentials) {
    return new ConnectResult.Connected(
        remoteId, remoteId, "Compte " + remoteId, null, Map.of(), credentials, Set.of());
  }

  @Override
  public NetworkId id() {
    return NETWORK;
  }

  @Override
  public String name() {
    return "Scripted";
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return new Limits(100, Limits.Unit.GRAPHEMES, null, null, false,
        new Limits.ImageRules(1, 1000, null, List.of("image/png"), 100), false, Set.of(), false);
  }

  @Override
  public DeliveryOutcome delete(AccountSession session, String remoteId) {
    var token = session.credentials().reveal("token");
    deletedWith.add(token);
    return onDelete.apply(token);
  }

  @Override
  public Reading<Credentials> refresh(AccountSession session) {
    var token = session.credentials().reveal("token");
    refreshedWith.add(token);
    return onRefresh.apply(token);
  }
}
