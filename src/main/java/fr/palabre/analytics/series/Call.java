package fr.palabre.analytics.series;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question put to a network, and what became of it. */
public record Call(
    WorkspaceId workspace,
    UUID id,
    AccountId account,
    Subject subject,
    int asked,
    Instant beganAt,
    Outcome outcome,
    @Nullable String code) {

  public enum Subject { ACCOUNT, POSTS }

  public enum Outcome { READ, THROTTLED, DISCONNECTED, FAILED }
}
