package fr.palabre.analytics.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The day a reading belongs to. Accounts are read at three in the morning: that reading closes the
 * day before, so the day of the figures turns at four.
 */
public record BrandDay(LocalDate day, ZoneId zone) {
  private static final LocalTime READ_AT = LocalTime.of(3, 0);
  private static final int TURNS_AT = 4;

  public static BrandDay of(Instant at, ZoneId zone) {
    var local = at.atZone(zone).toLocalDateTime();
    return new BrandDay(local.minusHours(TURNS_AT).toLocalDate(), zone);
  }

  public Instant from() {
    return day.atTime(TURNS_AT, 0).atZone(zone).toInstant();
  }

  public Instant to() {
    return next().from();
  }

  public BrandDay previous() {
    return new BrandDay(day.minusDays(1), zone);
  }

  /** Whether its figures may still move. */
  public boolean open(Instant now) {
    return now.isBefore(day.plusDays(1).atTime(READ_AT).atZone(zone).toInstant());
  }

  /** The first three in the morning after that instant. */
  static Instant nextReading(Instant after, ZoneId zone) {
    var local = after.atZone(zone);
    var today = local.toLocalDate().atTime(READ_AT).atZone(zone);
    return (local.isBefore(today) ? today
        : local.toLocalDate().plusDays(1).atTime(READ_AT).atZone(zone)).toInstant();
  }

  private BrandDay next() {
    return new BrandDay(day.plusDays(1), zone);
  }
}
