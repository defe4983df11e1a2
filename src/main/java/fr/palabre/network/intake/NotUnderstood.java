package fr.palabre.network.intake;

import fr.palabre.network.AccountId;
import java.time.Instant;
import java.util.UUID;

/** An event that a network sent and Palabre could not read; kept as it came. */
public record NotUnderstood(
    UUID id,
    AccountId account,
    String externalId,
    String error,
    int attempts,
    Instant receivedAt,
    Instant failedAt) {}
