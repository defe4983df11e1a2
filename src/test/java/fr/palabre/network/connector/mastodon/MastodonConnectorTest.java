package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.body;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;

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

/** What every connector promises, kept by this one. */
class MastodonConnectorTest extends WireConnectorContract {
  private final MastodonStandIn network = new MastodonStandIn();
  private final MastodonConnector mastodon = new MastodonConnector(OpenDoor.toThisMachine(),
      (_, _, _, _, _) -> {}, (_, _) -> {}, _ -> true, Clock.systemUTC());

  @Override
  protected NetworkConnector connector() {
    return mastodon;
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
    return MastodonStandIn.FANS_REPLY;
  }

  @Override
  protected List<RawEvent> events() {
    return body("notifications").valueStream()
        .map(it -> new RawEvent(it.path("id").asString(), "", it.toString())).toList();
  }

  @Override
  protected Predicate<Request> publishing() {
    return request -> request.is("POST", "/api/v1/statuses");
  }

  // As Mastodon writes it: an ISO date with microseconds.
  @Override
  protected Response throttled(Instant until) {
    return written(429, "error-throttled")
        .with("X-RateLimit-Limit", "300").with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", until.toString().replace("Z", ".000000Z"));
  }
}
