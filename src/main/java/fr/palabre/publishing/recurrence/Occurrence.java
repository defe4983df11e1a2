package fr.palabre.publishing.recurrence;

import fr.palabre.editorial.ContentId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One coming back.
 *
 * @param content null once it is gone for good
 * @param hash of what it said when it was made
 * @param at when it was to go out when it was made
 */
record Occurrence(
    RecurrenceId recurrence, LocalDate date, @Nullable ContentId content, String hash,
    LocalDateTime at) {}
