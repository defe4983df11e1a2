package fr.palabre.delivery.simulation;

import static fr.palabre.delivery.simulation.Fault.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What tends to go wrong in one history: a few faults often, every other one rarely. */
final class Weather {
  private static final double RARELY = 0.002;
  private static final double OFTEN = 0.5;
  // These have an occasion at every step; the others only now and then.
  private static final Set<Fault> ANY_TIME =
      EnumSet.of(DATABASE_AWAY, CLOCK_FORWARD, CLOCK_BACK);
  private static final double ANY_TIME_OFTEN = 0.02;
  private static final double ANY_TIME_RARELY = 0.0003;
  private static final double STILL_OFTEN = 0.15;
  private static final double STILL_RARELY = 0.004;
  private static final List<Fault> DRAWN = drawn();
  private final Set<Fault> often = EnumSet.noneOf(Fault.class);

  Weather(Luck luck) {
    for (int i = luck.upTo(1); i >= 0; i--) draw(luck.of(DRAWN));
  }

  boolean isOften(Fault fault) {
    return often.contains(fault);
  }

  /** How likely it is when there is an occasion. */
  double of(Fault fault) {
    if (fault == NODE_STANDS_STILL) return isOften(fault) ? STILL_OFTEN : STILL_RARELY;
    if (ANY_TIME.contains(fault)) return isOften(fault) ? ANY_TIME_OFTEN : ANY_TIME_RARELY;
    return isOften(fault) ? OFTEN : RARELY;
  }

  // Some can only be met after others.
  private void draw(Fault fault) {
    often.add(fault);
    if (isOfReadings(fault)) often.add(CUT_AFTER_ACCEPTING);
    if (fault.name().endsWith("_HOLD")) often.addAll(List.of(TOKEN_REVOKED, THROTTLED_FOR_SECONDS));
    if (fault.name().endsWith("_ORPHANS")) often.add(KILLED_AFTER_BEGIN);
  }

  private static boolean isOfReadings(Fault fault) {
    return fault.name().startsWith("READ_") || fault.name().endsWith("_READING")
        || fault == KILLED_WHILE_READING;
  }

  // Those whose occasions are rare are drawn more often.
  private static List<Fault> drawn() {
    var drawn = new ArrayList<>(List.of(Fault.values()));
    for (var fault : Fault.values()) {
      if (isOfReadings(fault) || fault == READ_BEHIND || fault == READ_WITH_HOLES) drawn.add(fault);
      if (fault.name().endsWith("_HOLD"))
        for (int i = 0; i < 4; i++) drawn.add(fault);
      if (fault.name().startsWith("REFUSED_") || fault.name().startsWith("THROTTLED_")
          || fault == MEDIA_REJECTED_AFTERWARDS || fault == NODE_STANDS_STILL) drawn.add(fault);
    }
    return List.copyOf(drawn);
  }
}
