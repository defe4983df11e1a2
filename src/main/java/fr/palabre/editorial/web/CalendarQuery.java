package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.TileFilter;
import fr.palabre.network.AccountId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calendar's address: {@code ?vue=semaine&date=2026-11-23&compte=…&etat=…}; nonsense is left out. */
public record CalendarQuery(
    @Nullable String vue, @Nullable String date, @Nullable String compte, @Nullable String etat) {

  CalendarSpan span(LocalDate today) {
    return new CalendarSpan(vue == null ? "mois" : vue, day(today));
  }

  TileFilter filter() {
    return new TileFilter(stages(), null, account());
  }

  CalendarQuery at(LocalDate other) {
    return new CalendarQuery(vue, other.toString(), compte, etat);
  }

  CalendarQuery seenAs(String view) {
    return new CalendarQuery(view, date, compte, etat);
  }

  /** The parameters that are set, as they stand behind the question mark. */
  String text() {
    var text = new StringBuilder();
    add(text, "vue", vue);
    add(text, "date", date);
    add(text, "compte", compte);
    add(text, "etat", etat);
    return text.toString();
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value == null || value.isBlank() || !value.matches("[\\w.-]+")) return;
    text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
  }

  private LocalDate day(LocalDate today) {
    try {
      return date == null || date.isBlank() ? today : LocalDate.parse(date);
    } catch (DateTimeException e) {
      return today;
    }
  }

  private Set<ContentStage> stages() {
    return Arrays.stream(ContentStage.values())
        .filter(s -> s.name().equalsIgnoreCase(etat))
        .collect(Collectors.toSet());
  }

  private @Nullable AccountId account() {
    try {
      return compte == null || compte.isBlank() ? null : new AccountId(UUID.fromString(compte));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
