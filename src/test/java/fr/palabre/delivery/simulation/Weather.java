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
  // Drawn as often as the others, these would be met least (measured).
  private static final Set<Fault> SELDOM = EnumSet.of(ANSWER_GARBLED,
      MEDIA_REJECTED_AFTERWARDS, ANSWERED_LATE, ACCEPTED_LATE, LIMITS_CHANGED,
      CARRIED_TWICE, CUT_WHILE_ACCEPTING, KILLED_BEFORE_THE_ANSWER_ARRIVED, TOKEN_EXPIRED,
      KILLED_AFTER_RELEASE, KILLED_BEFORE_RELEASE,
      KILLED_AFTER_ANSWER, LOST_AFTER_READING, GATEWAY_TIMED_OUT_AFTER_ACCEPTING, THROTTLED_UNTIL_ISO_DATE);
  private static final List<Fault> DRAWN = drawn();
  private final Set<Fault> often = EnumSet.noneOf(Fault.class);

  Weather(Luck luck) {
    for (int i = luck.upTo(2); i >= 0; i--) draw(luck.of(DRAWN));
  }

  boolean isOften(Fault fault) {
    return often.contains(fault);
  }

  /** Whether most posts have an image, for what goes wrong with images to happen. */
  boolean isOfImages() {
    return often.stream().anyMatch(Weather::isOfImages);
  }

  /** Whether lanes pay ahead for more than they begin, for what goes wrong as they give it back. */
  boolean isOfPayments() {
    return often.stream().anyMatch(f -> f.name().endsWith("_GIVE_BACK"));
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

  private static boolean isOfImages(Fault fault) {
    return fault.name().contains("IMAGES") || fault.name().contains("UPLOAD")
        || fault == MEDIA_REJECTED_AFTERWARDS;
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
      if (isOfImages(fault)) drawn.add(fault);
      if (SELDOM.contains(fault)) drawn.add(fault);
      if (fault.name().endsWith("_IMAGES_KEEP")) drawn.addAll(List.of(fault, fault));
      if (fault.name().endsWith("_HOLD"))
        for (int i = 0; i < 4; i++) drawn.add(fault);
      if (fault.name().startsWith("REFUSED_") || fault.name().startsWith("THROTTLED_")
          || fault == NODE_STANDS_STILL) drawn.add(fault);
    }
    return List.copyOf(drawn);
  }
}
