package fr.palabre.network;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what happened on an account, by polling. */
public interface ReadsActivity extends NetworkConnector {
  /**
   * The next page after the cursor, oldest first. Events already given may come again: intake keeps
   * each (external id, revision) once.
   *
   * @param cursor what the last page gave; null the first time
   */
  Reading<ActivityPage> activity(AccountSession session, @Nullable String cursor);

  /**
   * Reads one stored event. Pure: no call, no clock.
   *
   * @throws IllegalArgumentException if it cannot be understood; it then waits in the visible list
   */
  List<Inbound> understand(ConnectedAccount account, RawEvent event);

  /** How often this network may be asked. */
  default Pace pace() {
    return new Pace(Duration.ofSeconds(20), Duration.ofMinutes(5));
  }

  /**
   * @param fastest between two questions while much happens
   * @param slowest between two questions while nothing does
   */
  record Pace(Duration fastest, Duration slowest) {}

  /**
   * @param more whether the next page may be asked at once
   */
  record ActivityPage(List<RawEvent> events, @Nullable String cursor, boolean more) {}
}
