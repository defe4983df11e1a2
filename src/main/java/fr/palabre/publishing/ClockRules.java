package fr.palabre.publishing;

import fr.palabre.platform.db.RowScope;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * States change their clocks' rules, and a new Java brings the new ones. Each post that waits is
 * asked whether its wall clock still means its instant; where not, a person chooses.
 */
@Component
class ClockRules {
  private static final Logger log = LoggerFactory.getLogger(ClockRules.class);
  private static final int BATCH = 1000;
  private final ClockStore store;
  private final RowScope scope;

  ClockRules(ClockStore store, RowScope scope) {
    this.store = store;
    this.scope = scope;
  }

  /** @return how many posts are found changed that were not before */
  int check() {
    var found = 0;
    ClockStore.Told last = null;
    while (true) {
      var from = last;
      var batch = scope.everywhere(() -> store.after(from, BATCH));
      if (batch.isEmpty()) break;
      last = batch.getLast();
      var changed = batch.stream().filter(ClockRules::isChanged).map(ClockStore.Told::id).toList();
      if (!changed.isEmpty()) found += scope.everywhere(() -> store.mark(changed));
    }
    if (found > 0) log.info("{} posts are planned by clock rules that changed since", found);
    return found;
  }

  private static boolean isChanged(ClockStore.Told told) {
    return !WallClock.of(told.local(), ZoneId.of(told.zone())).instant().equals(told.due());
  }
}
