package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;

/** Favourites. Giving one that was given, or taking back none, is answered like the first time. */
final class MastodonLikes {
  private final MastodonApi api;
  private final MastodonErrors errors;

  MastodonLikes(MastodonApi api, MastodonErrors errors) {
    this.api = api;
    this.errors = errors;
  }

  DeliveryOutcome like(AccountSession session, String id, boolean wanted) {
    return errors.outcome(api.favourite(MastodonAccess.of(session), id, wanted),
        _ -> new Delivered(id, null));
  }
}
