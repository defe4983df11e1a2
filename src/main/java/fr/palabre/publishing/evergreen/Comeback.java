package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.ContentId;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One coming back.
 *
 * @param copy null once it is gone for good
 * @param hash of what it said when it was made
 */
record Comeback(
    EvergreenId queue, LocalDateTime at, ContentId model, @Nullable ContentId copy, String hash) {}
