package fr.palabre.editorial.web;

import fr.palabre.editorial.CalendarTile;
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
    var look = StageLook.inCalendar(tile.stage(), tile.inDoubt());
    return new CalendarTileView(tile.id().toString(), tile.name(), time, look.tone(), look.icon(),
        look.word(),
        tile.networks().stream().map(n -> "net-" + n).toList(),
        tile.stage().isOpen() && !tile.inDoubt());
  }
}
