package fr.palabre.media;

import fr.palabre.identity.WorkspaceId;
import java.util.List;

/** Implemented by the rooms that show images, so that the library never loses one in use. */
public interface MediaUses {
  /** Where this image is shown; at most a few, the most recent first. */
  List<MediaUse> uses(WorkspaceId workspace, AssetId asset);

  /**
   * @param name of what shows it
   * @param path of its page, below the brand's
   */
  record MediaUse(String name, String path) {}
}
