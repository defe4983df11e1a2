package fr.palabre.editorial;

import fr.palabre.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a content said at a moment.
 *
 * @param aside whether it lost a conflict and was kept all the same
 * @param decidedOn whether somebody submitted, validated or refused exactly this one
 */
public record ContentVersion(
    UUID id,
    int version,
    @Nullable UserId by,
    Instant begunAt,
    Instant at,
    boolean aside,
    boolean decidedOn,
    ContentBody body) {}
