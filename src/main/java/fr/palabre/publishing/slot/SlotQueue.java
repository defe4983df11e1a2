package fr.palabre.publishing.slot;

import fr.palabre.network.AccountId;
import java.util.Collection;
import java.util.List;

/**
 * A named queue: its weekly slots hold for each of its accounts.
 *
 * @param paused whether nothing is given a slot for now
 */
public record SlotQueue(
    QueueId id, String name, List<AccountId> accounts, List<WeekSlot> slots, boolean paused) {

  public boolean serves(Collection<AccountId> wanted) {
    return !wanted.isEmpty() && accounts.containsAll(wanted);
  }

  Timetable timetable() {
    return Timetable.of(slots);
  }
}
