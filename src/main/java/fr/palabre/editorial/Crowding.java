package fr.palabre.editorial;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import fr.palabre.network.AccountId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a stretch of the calendar goes beyond the brand's pace, account by account.
 *
 * @param tooClose contents with another one too near on the same account
 * @param tooMany days on which an account has too many
 */
public record Crowding(Set<ContentId> tooClose, Set<LocalDate> tooMany) {

  /** @param tiles in the order of their time */
  public static Crowding of(List<CalendarTile> tiles, Pace pace) {
    var standing = tiles.stream().filter(t -> t.stage() != ContentStage.CANCELLED).toList();
    return new Crowding(close(standing, pace.apart()), crowded(standing, pace.daily()));
  }

  private static Set<ContentId> close(List<CalendarTile> tiles, Duration apart) {
    var close = new HashSet<ContentId>();
    Map<AccountId, CalendarTile> before = new HashMap<>();
    for (var tile : tiles)
      for (var account : tile.accounts()) {
        var last = before.put(account, tile);
        if (last == null
            || Duration.between(last.planned(), tile.planned()).compareTo(apart) >= 0) continue;
        close.add(last.id());
        close.add(tile.id());
      }
    return close;
  }

  private static Set<LocalDate> crowded(List<CalendarTile> tiles, int daily) {
    record Spot(LocalDate day, AccountId account) {}
    return tiles.stream()
        .flatMap(t -> t.accounts().stream().map(a -> new Spot(t.planned().toLocalDate(), a)))
        .collect(groupingBy(spot -> spot, counting())).entrySet().stream()
        .filter(e -> e.getValue() > daily)
        .map(e -> e.getKey().day())
        .collect(toSet());
  }
}
