package fr.palabre.editorial;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When a content goes out: what the wall clock shows, where, and the instant it means. */
public record Planned(LocalDateTime local, ZoneId zone) {
  public Planned {
    local = local.truncatedTo(ChronoUnit.MINUTES);
  }

  public Instant at() {
    return ZonedDateTime.of(local, zone).toInstant();
  }

  /** False for the hour that a clock change skips. */
  public boolean exists() {
    return ZonedDateTime.of(local, zone).toLocalDateTime().equals(local);
  }
}
