package fr.palabre.identity.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The time zones one may choose, by part of the world. */
public final class Zones {
  private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Asia",
      "Atlantic", "Australia", "Europe", "Indian", "Pacific");
  private static final Map<String, List<String>> BY_REGION = ZoneId.getAvailableZoneIds().stream()
      .filter(id -> REGIONS.contains(id.replaceFirst("/.*", "")))
      .sorted()
      .collect(Collectors.groupingBy(id -> id.replaceFirst("/.*", ""), TreeMap::new,
          Collectors.toUnmodifiableList()));

  private Zones() {}

  /** Identifiers by region, regions and identifiers in order. */
  public static Map<String, List<String>> byRegion() {
    return BY_REGION;
  }

  public static boolean known(String id) {
    return BY_REGION.values().stream().anyMatch(ids -> ids.contains(id));
  }

  /** "America/Argentina/San_Juan" as "Argentina, San Juan". */
  public static String place(String id) {
    return id.replaceFirst("^[^/]+/", "").replace("/", ", ").replace('_', ' ');
  }
}
