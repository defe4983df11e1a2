package fr.palabre.today;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The day plan, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/day")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Day")
class DayApi {
  private final DayPlan plan;
  private final Pages pages;

  DayApi(DayPlan plan, Pages pages) {
    this.plan = plan;
    this.pages = pages;
  }

  @GetMapping
  @Operation(operationId = "listDay",
      summary = "What there is to do today, in the order of the routine")
  Slice<Todo> day(Member me, HttpServletRequest request) {
    return Slice.whole(plan.of(pages.of(request)).parts().stream()
        .flatMap(part -> part.items().stream())
        .map(item -> Todo.of(item, me.zone())).toList());
  }

  /** One thing to do. */
  @Schema(name = "DayItem")
  public record Todo(
      @Schema(example = "ANSWERS") DayItem.Moment moment,
      @Schema(description = "Within its moment, greater first.", example = "10") int urgency,
      @Schema(example = "Répondre à Awa Fictive") String title,
      @Schema(example = "Attend depuis 2 heures") String detail,
      @Schema(description = "The page where it is done.", example = "/le-fournil/messagerie")
      String page,
      @Schema(example = "2026-11-23T08:12:00+01:00") @Nullable OffsetDateTime at) {

    static Todo of(DayItem i, ZoneId zone) {
      var at = i.at();
      return new Todo(i.moment(), i.urgency(), i.title(), i.detail(), i.href(),
          at == null ? null : at.atZone(zone).toOffsetDateTime());
    }
  }
}
