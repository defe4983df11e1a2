package fr.palabre.publishing.recurrence.web;

import fr.palabre.publishing.recurrence.RecurrenceRule;
import fr.palabre.publishing.recurrence.Rhythm;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the form of a rule sends, as it stands in its fields. */
record RuleForm(MultiValueMap<String, String> fields) {

  /** @return empty if it does not make a rule */
  Optional<RecurrenceRule> rule() {
    try {
      return Optional.of(new RecurrenceRule(rhythm(), LocalTime.parse(field("heure")),
          LocalDate.parse(field("des")), date("jusque"), number("fois")));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean keepsApproval() {
    return fields.containsKey("validation");
  }

  /** The first date that follows the new rule; null for all that is to come. */
  @Nullable LocalDate following() {
    return field("portee").equals("suivantes") ? LocalDate.parse(field("des")) : null;
  }

  private Rhythm rhythm() {
    var every = Objects.requireNonNullElse(number("tous"), 1);
    return switch (field("genre")) {
      case "MONTHLY_DATE" ->
          new Rhythm.MonthlyDate(every, Objects.requireNonNullElse(number("date"), 1));
      case "MONTHLY_WEEKDAY" -> new Rhythm.MonthlyWeekday(every,
          Objects.requireNonNullElse(number("rang"), 1), day(field("jour")));
      default -> new Rhythm.Weekly(every, days());
    };
  }

  private List<DayOfWeek> days() {
    return fields.getOrDefault("jours", List.of()).stream().map(RuleForm::day).toList();
  }

  private static DayOfWeek day(String number) {
    return DayOfWeek.of(Integer.parseInt(number));
  }

  private @Nullable LocalDate date(String name) {
    return field(name).isEmpty() ? null : LocalDate.parse(field(name));
  }

  private @Nullable Integer number(String name) {
    return field(name).isEmpty() ? null : Integer.valueOf(field(name));
  }

  private String field(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
  }
}
