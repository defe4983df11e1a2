package fr.palabre.editorial;

import fr.palabre.identity.WorkspaceId;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A validated content has another date. */
public record ContentMoved(
    WorkspaceId workspace, ContentId content, LocalDateTime plannedLocal, ZoneId zone) {}
