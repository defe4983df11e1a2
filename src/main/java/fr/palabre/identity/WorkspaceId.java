package fr.palabre.identity;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** A brand's workspace. */
public record WorkspaceId(UUID value) {
  public static WorkspaceId next() {
    return new WorkspaceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
