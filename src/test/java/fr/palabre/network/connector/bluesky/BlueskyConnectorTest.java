package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.recorded;

import fr.palabre.network.AccountSession;
import fr.palabre.network.NetworkConnector;
import fr.palabre.network.RawEvent;
import fr.palabre.network.WireConnectorContract;
import fr.palabre.network.WireStandIn;
import fr.palabre.network.WireStandIn.Request;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.http.OpenDoor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What every connector promises, kept by this one. */
class BlueskyConnectorTest extends WireConnectorContract {
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky =
      new BlueskyConnector(OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, Clock.systemUTC());

  @Override
  protected NetworkConnector connector() {
    return bluesky;
  }

  @Override
  protected WireStandIn wire() {
    return network.wire;
  }

  @Override
  protected AccountSession session() {
    return network.session();
  }

  @Override
  protected AccountSession revokedSession() {
    return network.session("revoked-token", Map.of());
  }

  @Override
  protected int postsOnTheNetwork() {
    return network.posts();
  }

  @Override
  protected String messageOfSomeone() {
    return BlueskyStandIn.FANS_REPLY;
  }

  @Override
  protected List<RawEvent> events() {
    return StreamSupport.stream(
            body("listNotifications").path("notifications").spliterator(), false)
        .map(it -> new RawEvent(it.path("uri").asString(), "", it.toString()))
        .toList();
  }

  @Override
  protected Predicate<Request> publishing() {
    return request -> request.is("POST", "/xrpc/com.atproto.repo.createRecord");
  }

  @Override
  protected Response throttled(Instant until) {
    return recorded(429, "rate-limit")
        .with("ratelimit-reset", String.valueOf(until.getEpochSecond()));
  }
}
