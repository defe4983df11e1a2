package fr.palabre.publishing.slot;

import fr.palabre.editorial.ContentLine;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A content in a queue.
 *
 * @param at its slot; null while the queue is paused
 */
public record QueuePlace(ContentLine content, @Nullable LocalDateTime at) {}
