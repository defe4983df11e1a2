package fr.palabre.publishing.evergreen.web;

import fr.palabre.publishing.evergreen.Candidate;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.Season;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A content of an evergreen queue, as the API shows it. */
@Schema(name = "EvergreenContent")
public record EntrySheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID contentId,
    @Schema(description = "The last day its words went out, or are to, in whatever content.",
        example = "2026-09-12") @Nullable LocalDate lastSeenOn,
    @Schema(description = "The first day it may come back; left out once it comes back no more.",
        example = "2026-11-23") @Nullable LocalDate readyOn,
    @Schema(description = "How often it came back.", example = "2") int times,
    @Schema(description = "How often at most.", example = "6") @Nullable Integer most,
    @Schema(description = "The last day it may.", example = "2027-03-31")
    @Nullable LocalDate until,
    @Schema(description = "Whether its copies go out on its own validation.", example = "false")
    boolean keepsApproval) {

  static EntrySheet of(Candidate c, EvergreenQueue queue, LocalDate today) {
    var ready = c.ripe(today, queue.spacing().distance());
    var season = c.entry().season();
    return new EntrySheet(c.content().id().value(), c.last().orElse(null),
        c.isOver(ready) ? null : ready, c.times(), season.most(), season.until(),
        c.entry().keepsApproval());
  }

  /** What to let come back. */
  @Schema(name = "NewEvergreenContent")
  public record Wish(
      @Schema(example = "019ab0de-0000-7000-8000-000000000010") @NotNull UUID contentId,
      @Valid @NotNull Lasting lasting) {}

  /** How long a content comes back. */
  @Schema(name = "EvergreenLasting")
  public record Lasting(
      @Schema(description = "How often at most.", example = "6") @Nullable @Min(1)
      @Max(Season.MOST) Integer most,
      @Schema(description = "The last day it may.", example = "2027-03-31")
      @Nullable LocalDate until,
      @Schema(description = "Only whoever may validate the content can wish for it.",
          example = "false") @NotNull Boolean keepsApproval) {

    Season season() {
      return new Season(most, until);
    }
  }
}
