package fr.palabre.publishing.slot.web;

import fr.palabre.publishing.slot.SlotQueue;
import fr.palabre.publishing.slot.WeekSlot;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** A queue, as the API shows it. */
@Schema(name = "SlotQueue")
public record QueueSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000080") UUID id,
    @Schema(example = "Conseils") String name,
    @Schema(description = "The accounts it serves; each slot holds for all of them.")
    List<UUID> accountIds,
    List<Hour> slots,
    @Schema(description = "Nothing is given a slot for now.", example = "false") boolean paused) {

  static QueueSheet of(SlotQueue q) {
    return new QueueSheet(q.id().value(), q.name(),
        q.accounts().stream().map(a -> a.value()).toList(),
        q.slots().stream().map(Hour::of).toList(), q.paused());
  }

  /** An hour of each week, by the brand's clock. */
  @Schema(name = "WeekSlot")
  public record Hour(
      @Schema(example = "MONDAY") @NotNull DayOfWeek day,
      @Schema(example = "09:30") @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
      String at) {

    public static Hour of(WeekSlot slot) {
      return new Hour(slot.day(), slot.at().toString());
    }

    public WeekSlot slot() {
      return new WeekSlot(day, LocalTime.parse(at));
    }
  }

  /** What to make of a queue. */
  @Schema(name = "NewSlotQueue")
  public record Wish(
      @Schema(example = "Conseils") @NotBlank @Size(max = 60) String name,
      @NotEmpty List<@NotNull UUID> accountIds,
      @NotNull List<@Valid @NotNull Hour> slots) {}
}
