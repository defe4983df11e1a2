package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A content in a queue.
 *
 * @param keepsApproval whether its copies go out on its own validation
 */
public record Evergreen(
    ContentId content, EvergreenId queue, Season season, boolean keepsApproval,
    @Nullable UserId by, Instant addedAt) {}
