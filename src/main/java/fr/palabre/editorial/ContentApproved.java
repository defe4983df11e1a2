package fr.palabre.editorial;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** A content is validated and has its date: it may go out. */
public record ContentApproved(
    WorkspaceId workspace, ContentId content, String hash, @Nullable UserId by) {}
