package fr.palabre.publishing.evergreen.web;

import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.Spacing;
import fr.palabre.publishing.slot.WeekSlot;
import fr.palabre.publishing.slot.web.QueueSheet.Hour;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** An evergreen queue, as the API shows it. */
@Schema(name = "EvergreenQueue")
public record EvergreenSheet(
    @Schema(example = "019ab0de-0000-7000-8000-0000000000a0") UUID id,
    @Schema(example = "Conseils de saison") String name,
    @Schema(description = "Days between two times that the same is said.", example = "60")
    int distanceDays,
    @Schema(description = "Days before its hour that a copy is made.", example = "3") int leadDays,
    List<Hour> slots,
    @Schema(description = "Nothing comes back for now.", example = "false") boolean paused,
    @Schema(description = "How many contents leave no hour empty.", example = "9")
    int contentsNeeded) {

  static EvergreenSheet of(EvergreenQueue q) {
    return new EvergreenSheet(q.id().value(), q.name(), q.spacing().distance(),
        q.spacing().lead(), q.slots().stream().map(Hour::of).toList(), q.paused(),
        q.enough());
  }

  /** What to make of an evergreen queue. */
  @Schema(name = "NewEvergreenQueue")
  public record Wish(
      @Schema(example = "Conseils de saison") @NotBlank @Size(max = 60) String name,
      @Schema(example = "60") @NotNull @Min(Spacing.NEAREST) @Max(Spacing.FARTHEST)
      Integer distanceDays,
      @Schema(example = "3") @NotNull @Min(1) @Max(Spacing.LONGEST_LEAD) Integer leadDays,
      @NotNull List<@Valid @NotNull Hour> slots) {

    Spacing spacing() {
      return new Spacing(distanceDays, leadDays);
    }

    List<WeekSlot> hours() {
      return slots.stream().map(Hour::slot).toList();
    }
  }
}
