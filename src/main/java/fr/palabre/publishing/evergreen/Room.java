package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.CalendarTile;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Pace;
import fr.palabre.network.AccountId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What is planned around the hours to fill. Nothing comes back where something stands, nor where the
 * brand's own pace would be broken: what is only told to a person is kept to without one.
 */
final class Room {
  private final List<Standing> standing = new ArrayList<>();
  private final Pace pace;

  Room(List<CalendarTile> tiles, Pace pace) {
    this.pace = pace;
    for (var tile : tiles)
      if (tile.stage() != ContentStage.CANCELLED && tile.stage() != ContentStage.FAILED)
        take(tile.accounts(), tile.planned());
  }

  void take(Collection<AccountId> accounts, LocalDateTime at) {
    standing.add(new Standing(at, List.copyOf(accounts)));
  }

  boolean isTaken(Collection<AccountId> accounts, LocalDateTime at) {
    return standing.stream().anyMatch(s -> s.isOn(accounts)
        && (s.at().equals(at) || Duration.between(s.at(), at).abs().compareTo(pace.apart()) < 0));
  }

  boolean isFull(Collection<AccountId> accounts, LocalDateTime at) {
    return accounts.stream().anyMatch(account -> standing.stream()
        .filter(s -> s.at().toLocalDate().equals(at.toLocalDate()))
        .filter(s -> s.accounts().contains(account)).count() >= pace.daily());
  }

  private record Standing(LocalDateTime at, List<AccountId> accounts) {
    boolean isOn(Collection<AccountId> others) {
      return !Collections.disjoint(accounts, others);
    }
  }
}
