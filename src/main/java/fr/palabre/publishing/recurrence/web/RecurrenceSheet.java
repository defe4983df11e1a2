package fr.palabre.publishing.recurrence.web;

import fr.palabre.platform.web.api.Refusal;
import fr.palabre.publishing.recurrence.Recurrence;
import fr.palabre.publishing.recurrence.RecurrenceRule;
import fr.palabre.publishing.recurrence.Rhythm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recurrence, as the API shows it. */
@Schema(name = "Recurrence")
public record RecurrenceSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000090") UUID id,
    @Schema(description = "The content that each occurrence repeats.",
        example = "019ab0de-0000-7000-8000-000000000010") UUID contentId,
    Rule rule,
    @Schema(description = "Whether occurrences go out on the model's validation.",
        example = "false") boolean keepsApproval) {

  static RecurrenceSheet of(Recurrence r) {
    return new RecurrenceSheet(r.id().value(), r.model().value(), Rule.of(r.rule()),
        r.keepsApproval());
  }

  /** How it comes back. */
  @Schema(name = "RecurrenceKind")
  public enum Kind { WEEKLY, MONTHLY_DATE, MONTHLY_WEEKDAY }

  /** When it comes back, by the brand's clock. */
  @Schema(name = "RecurrenceRule")
  public record Rule(
      @Schema(example = "WEEKLY") @NotNull Kind kind,
      @Schema(description = "Every so many weeks or months.", example = "1")
      @NotNull @Min(1) @Max(52) Integer every,
      @Schema(description = "Of a weekly rule: its days. Of MONTHLY_WEEKDAY: its only day.",
          example = "[\"MONDAY\"]") @NotNull List<@NotNull DayOfWeek> days,
      @Schema(description = "Of MONTHLY_DATE: 1 to 31. Of MONTHLY_WEEKDAY: 1 to 4, or -1 for the"
          + " last.", example = "1") @Nullable Integer number,
      @Schema(example = "12:00") @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String at,
      @Schema(example = "2026-11-23") @NotNull LocalDate from,
      @Schema(example = "2027-01-31") @Nullable LocalDate until,
      @Schema(description = "How often at most.", example = "10") @Nullable @Min(1) Integer most) {

    static Rule of(RecurrenceRule r) {
      return switch (r.rhythm()) {
        case Rhythm.Weekly(int every, var days) -> of(r, Kind.WEEKLY, every, days, null);
        case Rhythm.MonthlyDate(int every, int date) ->
            of(r, Kind.MONTHLY_DATE, every, List.of(), date);
        case Rhythm.MonthlyWeekday(int every, int nth, var day) ->
            of(r, Kind.MONTHLY_WEEKDAY, every, List.of(day), nth);
      };
    }

    private static Rule of(RecurrenceRule r, Kind kind, int every, List<DayOfWeek> days,
        @Nullable Integer number) {
      return new Rule(kind, every, days, number, r.at().toString(), r.from(), r.until(), r.most());
    }

    RecurrenceRule rule() {
      try {
        return new RecurrenceRule(rhythm(), LocalTime.parse(at), from, until, most);
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid("recurrence-no-rule");
      }
    }

    private Rhythm rhythm() {
      return switch (kind) {
        case WEEKLY -> new Rhythm.Weekly(every, days);
        case MONTHLY_DATE -> new Rhythm.MonthlyDate(every, wanted());
        case MONTHLY_WEEKDAY -> {
          if (days.size() != 1) throw Refusal.invalid("recurrence-no-rule");
          yield new Rhythm.MonthlyWeekday(every, wanted(), days.getFirst());
        }
      };
    }

    private int wanted() {
      if (number == null) throw Refusal.invalid("recurrence-no-rule");
      return number;
    }
  }

  /** What to repeat. */
  @Schema(name = "NewRecurrence")
  public record Wish(
      @Schema(example = "019ab0de-0000-7000-8000-000000000010") @NotNull UUID contentId,
      @Valid @NotNull Rule rule,
      @Schema(description = "Only whoever may validate the model can wish for it.",
          example = "false") @NotNull Boolean keepsApproval) {}

  /** A changed rule. */
  @Schema(name = "RecurrenceChange")
  public record Change(
      @Valid @NotNull Rule rule,
      @Schema(example = "false") @NotNull Boolean keepsApproval,
      @Schema(description = "The first date that follows it; left out for all that is to come.",
          example = "2026-12-07") @Nullable LocalDate following) {}
}
