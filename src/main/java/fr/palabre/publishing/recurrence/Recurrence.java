package fr.palabre.publishing.recurrence;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A content that comes back.
 *
 * @param model the content whose words each occurrence has when it is made
 * @param keepsApproval whether occurrences go out on the model's validation
 * @param ended whether nothing more is made
 */
public record Recurrence(
    RecurrenceId id, ContentId model, RecurrenceRule rule, boolean keepsApproval,
    @Nullable UserId by, boolean ended) {}
