package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Instance;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The limits each server sets for itself, read when an account is connected and once a day. */
final class ServerRules {
  private static final Duration READ_EACH = Duration.ofDays(1);
  private final MastodonApi api;
  private final Learnt learnt;
  private final Clock clock;

  ServerRules(MastodonApi api, Learnt learnt, Clock clock) {
    this.api = api;
    this.learnt = learnt;
    this.clock = clock;
  }

  /** Where what was learnt of an account is kept. */
  @FunctionalInterface
  interface Learnt {
    void learnt(ConnectedAccount account, Map<String, String> settings);
  }

  Answer<Map<String, String>> read(MastodonAccess access) {
    return api.instance(access).map(it -> MastodonSettings.of(it, clock.instant()));
  }

  /** A server that does not answer is believed a little longer. */
  void refresh(AccountSession session) {
    var account = session.account();
    var last = account.settings().get(MastodonSettings.LIMITS_READ_AT);
    if (last != null && clock.instant().isBefore(Instant.parse(last).plus(READ_EACH))) return;
    if (api.instance(MastodonAccess.of(session)) instanceof Ok<Instance>(Instance instance))
      learnt.learnt(account, MastodonSettings.of(instance, clock.instant()));
  }
}
