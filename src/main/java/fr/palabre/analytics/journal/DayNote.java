package fr.palabre.analytics.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What people wrote of a day.
 *
 * @param event in a few words, what happened that explains figures; drawn on the charts
 * @param version grows with each writing, so that two people do not overwrite one another
 */
public record DayNote(LocalDate day, String event, String remarks, int version, UUID writtenBy,
    Instant writtenAt) {
  public boolean blank() {
    return event.isBlank() && remarks.isBlank();
  }
}
