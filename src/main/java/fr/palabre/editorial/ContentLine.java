package fr.palabre.editorial;

import fr.palabre.identity.UserId;
import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A content in a list. */
public record ContentLine(
    ContentId id,
    String name,
    ContentStage stage,
    boolean inDoubt,
    @Nullable Planned planned,
    List<NetworkId> networks,
    @Nullable UserId updatedBy,
    Instant updatedAt,
    @Nullable UserId submittedBy,
    @Nullable Instant submittedAt) {}
