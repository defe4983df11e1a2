package fr.palabre.platform.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Where the scenes of the demonstration are played.
 *
 * @param now the instant that everything before is past of
 * @param people those who work there, the administrator first
 */
public record DemoStage(UUID tenant, ZoneId zone, Instant now, List<Person> people) {

  /**
   * @param role name of the person's role, as the module that knows roles writes it
   */
  public record Person(UUID id, String name, String email, String role) {}

  /** The first person of that role, else the first of all. */
  public Person person(String role) {
    return people.stream().filter(p -> p.role().equals(role)).findFirst()
        .orElse(people.getFirst());
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** A moment of the past, by the tenant's wall clock. */
  public Instant daysAgo(int days, int hour, int minute) {
    return today().minusDays(days).atTime(hour, minute).atZone(zone).toInstant();
  }
}
