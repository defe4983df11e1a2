package fr.palabre.editorial;

import fr.palabre.identity.WorkspaceId;
import java.time.LocalDateTime;

/** Tells whether almost the same is said near a date on the same accounts. */
public interface Likeness {
  boolean saidNear(WorkspaceId workspace, ContentId content, LocalDateTime at);
}
