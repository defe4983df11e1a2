package fr.palabre.platform.web;

import org.jspecify.annotations.Nullable;

/** The small light at the top of every page: whether the house reaches the world. */
public interface HealthLight {
  /** Null where this viewer may not look further. Must cost one cheap query at most. */
  @Nullable Light light(Viewer viewer);

  /**
   * @param label message key of what the light says
   * @param path address below the tenant's that tells more
   */
  record Light(State state, String label, String path) {
    /** The tone in which the frame draws it. */
    public String tone() {
      return switch (state) {
        case OK -> "good";
        case ATTENTION -> "wait";
        case BROKEN -> "late";
      };
    }
  }

  enum State {
    /** All works. */
    OK,
    /** Something wants a look. */
    ATTENTION,
    /** Something no longer works until a person acts. */
    BROKEN
  }
}
