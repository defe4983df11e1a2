package fr.palabre.editorial;

import java.time.LocalTime;

/** The four parts of a community manager's day, and the hour one usually publishes in each. */
public enum DayBand {
  MORNING(LocalTime.MIN, LocalTime.of(9, 30)),
  MIDDAY(LocalTime.of(11, 30), LocalTime.of(12, 15)),
  AFTERNOON(LocalTime.of(14, 0), LocalTime.of(15, 0)),
  EVENING(LocalTime.of(18, 0), LocalTime.of(18, 30));

  private final LocalTime from;
  private final LocalTime usual;

  DayBand(LocalTime from, LocalTime usual) {
    this.from = from;
    this.usual = usual;
  }

  public LocalTime usual() {
    return usual;
  }

  public static DayBand of(LocalTime time) {
    var band = MORNING;
    for (var candidate : values()) if (!time.isBefore(candidate.from)) band = candidate;
    return band;
  }
}
