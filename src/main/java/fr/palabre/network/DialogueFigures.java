package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the dialogue with the public went; the module that holds conversations implements it. */
public interface DialogueFigures {
  /** Of the messages that came in from {@code from} (included) to {@code to} (excluded). */
  Figures of(WorkspaceId workspace, Instant from, Instant to);

  /**
   * @param inbound messages that asked for an answer
   * @param answered those of them that had one
   * @param medianDelay half were answered within it; null if none was
   * @param p90Delay nine in ten were answered within it; null if none was
   */
  record Figures(
      long inbound, long answered, @Nullable Duration medianDelay, @Nullable Duration p90Delay) {}
}
