package fr.palabre.editorial;

import fr.palabre.identity.WorkspaceId;

/** A validated content must not go out any more. */
public record ContentWithdrawn(WorkspaceId workspace, ContentId content, Reason why) {
  public enum Reason { CHANGED, UNPLANNED, CANCELLED, DELETED, CHANGES_REQUESTED }
}
