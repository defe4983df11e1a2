package fr.palabre.editorial.web;

import fr.palabre.editorial.CalendarTile;
import java.util.List;

/**
 * A content as the calendar draws it: state by tone, icon and word.
 *
 * @param close whether another one is too near on one of its accounts
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
    boolean close,
    boolean movable) {

  static CalendarTileView of(CalendarTile tile, String time, boolean close) {
    var look = StageLook.inCalendar(tile.stage(), tile.inDoubt());
    return new CalendarTileView(tile.id().toString(), tile.name(), time, look.tone(), look.icon(),
        look.word(),
        tile.networks().stream().map(n -> "net-" + n).toList(),
        close,
        tile.stage().isOpen() && !tile.inDoubt());
  }
}
