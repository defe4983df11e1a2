package fr.palabre.delivery.simulation;

import fr.palabre.delivery.simulation.PlayedDatabase.Fate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** At which of the journal's transactions a history kills the database, where it may. */
final class DatabaseKills {
  private static final List<Fate> FATES = List.of(Fate.SERVER_KILLED_BEFORE,
      Fate.SERVER_KILLED_WHILE, Fate.SERVER_KILLED_AFTER);
  private static final int MOST = 3;
  private static final double RARELY = 0.01;
  private static final double OFTEN = 0.4;
  final Map<String, Integer> met = new TreeMap<>();
  private final Luck luck;
  private final Boundary preferred;
  private int kills;

  DatabaseKills(Luck luck) {
    this.luck = luck;
    this.preferred = luck.of(List.of(Boundary.values()));
  }

  Fate at(Boundary where) {
    if (kills == MOST || !luck.chance(where == preferred ? OFTEN : RARELY)) return Fate.DONE;
    kills++;
    var fate = luck.of(FATES);
    met.merge(fate + "_" + where, 1, Integer::sum);
    return fate;
  }
}
