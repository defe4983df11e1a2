package fr.palabre.editorial.web;

import fr.palabre.editorial.CalendarTile;
import fr.palabre.editorial.ContentStage;
import java.util.List;

/**
 * A content as the calendar draws it: state by tone, icon and word.
 *
 * @param movable whether it may still have another date
 */
public record CalendarTileView(
    String id,
    String name,
    String time,
    String tone,
    String icon,
    String state,
    List<String> networks,
    boolean movable) {

  static CalendarTileView of(CalendarTile tile, String time) {
    var look = tile.inDoubt() ? new Look("late", "question", "DOUBT") : look(tile.stage());
    return new CalendarTileView(tile.id().toString(), tile.name(), time, look.tone(), look.icon(),
        "calendar.stage." + look.state(),
        tile.networks().stream().map(n -> "net-" + n).toList(),
        tile.stage().isOpen() && !tile.inDoubt());
  }

  private static Look look(ContentStage stage) {
    return switch (stage) {
      case DRAFT -> new Look("draft", "draft", stage.name());
      case SUBMITTED -> new Look("wait", "clock", stage.name());
      case CHANGES_REQUESTED -> new Look("wait", "edit", stage.name());
      case APPROVED -> new Look("calm", "check", stage.name());
      case SCHEDULED -> new Look("good", "send", stage.name());
      case PUBLISHED -> new Look("done", "check", stage.name());
      case PARTLY_PUBLISHED, FAILED -> new Look("late", "alert", stage.name());
      case CANCELLED -> new Look("done", "x", stage.name());
    };
  }

  private record Look(String tone, String icon, String state) {}
}
