package fr.palabre.network.connector.mastodon;

import fr.palabre.network.connector.mastodon.MastodonPayloads.Application;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * This house as an application of a server. Nobody has to prepare anything there: it registers when
 * a person wishes to connect, and again for later ones, since old servers forget unused ones.
 */
final class Registrations {
  // A server takes five of these in ten minutes (its source, checked 2026-11-21).
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;
  private final Map<Place, Registered> known = new ConcurrentHashMap<>();
  private final MastodonApi api;
  private final Clock clock;

  Registrations(MastodonApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  record Registered(Application application, String scopes, Instant at) {}

  private record Place(URI server, URI redirect) {}

  /** @param scopes those wished for; the large ones are asked where the server knows no others */
  Answer<Registered> on(URI server, URI redirect, String scopes) {
    var place = new Place(server, redirect);
    var before = known.get(place);
    if (before != null && clock.instant().isBefore(before.at().plus(KEPT)))
      return new Ok<>(before);
    var made = register(place, scopes);
    if (made instanceof Refused<Registered> refused
        && (refused.status() == UNPROCESSABLE || refused.status() == BAD_REQUEST))
      made = register(place, Scopes.LARGE);
    return made.map(it -> {
      known.put(place, it);
      return it;
    });
  }

  /** The server no longer knows it. */
  void forget(URI server, URI redirect) {
    known.remove(new Place(server, redirect));
  }

  private Answer<Registered> register(Place place, String scopes) {
    var home = place.redirect().resolve("/").toString();
    var form = new Form().add("client_name", "Palabre")
        .add("redirect_uris", place.redirect().toString())
        .add("scopes", scopes).add("website", home);
    return api.register(place.server(), form)
        .map(it -> new Registered(it, scopes, clock.instant()));
  }
}
