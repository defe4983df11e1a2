package fr.palabre.publishing.evergreen.web;

import fr.palabre.publishing.evergreen.Season;
import fr.palabre.publishing.evergreen.Spacing;
import fr.palabre.publishing.slot.WeekSlot;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the forms of an evergreen queue send, as it stands in their fields. */
record EvergreenForm(MultiValueMap<String, String> fields) {
  private static final int LONGEST = 60;

  String name() {
    var said = field("nom");
    return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
  }

  /** @return empty if its figures make none */
  Optional<Spacing> spacing() {
    return read(() -> new Spacing(or(number("distance"), Spacing.USUAL.distance()),
        or(number("avance"), Spacing.USUAL.lead())));
  }

  /** @return empty if its fields make none */
  Optional<Season> season() {
    return read(() -> new Season(number("fois"),
        field("jusque").isEmpty() ? null : LocalDate.parse(field("jusque"))));
  }

  /** The hours taken from queues, and the one that is given to each day chosen. */
  List<WeekSlot> slots() {
    var taken = values("reprises").map(EvergreenForm::taken);
    var own = values("jours").map(day -> read(() ->
        new WeekSlot(DayOfWeek.of(Integer.parseInt(day)), LocalTime.parse(field("heure")))));
    return Stream.concat(taken, own).flatMap(Optional::stream).distinct().toList();
  }

  boolean keepsApproval() {
    return fields.containsKey("validation");
  }

  private static Optional<WeekSlot> taken(String sent) {
    var parts = sent.split(" ", 2);
    return parts.length < 2 ? Optional.empty() : read(() -> new WeekSlot(
        DayOfWeek.of(Integer.parseInt(parts[0])), LocalTime.parse(parts[1])));
  }

  private Stream<String> values(String name) {
    return fields.getOrDefault(name, List.of()).stream();
  }

  private @Nullable Integer number(String name) {
    return field(name).isEmpty() ? null : Integer.valueOf(field(name));
  }

  private static int or(@Nullable Integer number, int usual) {
    return Objects.requireNonNullElse(number, usual);
  }

  private String field(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
  }

  private static <T> Optional<T> read(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
