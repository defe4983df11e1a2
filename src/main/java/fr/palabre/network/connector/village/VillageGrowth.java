package fr.palabre.network.connector.village;

import java.time.Duration;
import java.time.Instant;

/**
 * How the village's numbers move: followers from day to day, a post's views with its age. Fixed
 * functions of a name and an instant, so that any past can be told again.
 */
final class VillageGrowth {
  private static final double QUICK_MINUTES = 6;
  private static final double SLOW_HOURS = 9;
  private static final double QUICK_SHARE = 0.25;

  private VillageGrowth() {}

  /** Grows by a few a day, and loses one now and then. */
  static long followers(String account, Instant openedAt, Instant at) {
    var age = Duration.between(openedAt, at);
    if (age.isNegative()) return start(account);
    var followers = start(account);
    for (long day = 0; day < age.toDays(); day++) followers += gain(account, day);
    var today = (double) age.toMinutes() / 1440 - age.toDays();
    return followers + Math.round(gain(account, age.toDays()) * today);
  }

  static long following(String account) {
    return 60L + VillageLife.chance(account + " following").nextInt(90);
  }

  /** A crowd in the first minutes, most of the rest within two days, then a trickle. */
  static long views(VillageMessage post, long followers, Instant at) {
    var minutes = Duration.between(post.at(), at).toSeconds() / 60.0;
    if (minutes <= 0) return 0;
    var seen = QUICK_SHARE * (1 - Math.exp(-minutes / QUICK_MINUTES))
        + (1 - QUICK_SHARE) * (1 - Math.exp(-minutes / 60 / SLOW_HOURS));
    return Math.round(audience(post, followers) * seen * (1 + minutes / 1440 / 400));
  }

  static long reach(long views) {
    return Math.round(views * 0.78);
  }

  /** Those who react without a word, beside those the account is told of. */
  static long quietReactions(VillageMessage post, long views) {
    return Math.round(views * (0.015 + 0.025 * luck(post, "reactions")));
  }

  static long quietShares(VillageMessage post, long views) {
    return Math.round(views * 0.006 * luck(post, "shares"));
  }

  private static double audience(VillageMessage post, long followers) {
    var popularity = 0.35 + 0.75 * luck(post, "popularity");
    if (luck(post, "chance") > 0.94) popularity *= 3;
    if (post.images() > 0) popularity *= 1.3;
    if (post.parentId() != null) popularity *= 0.12;
    return popularity * followers;
  }

  private static long start(String account) {
    return 180L + VillageLife.chance(account + " start").nextInt(400);
  }

  private static long gain(String account, long day) {
    return VillageLife.chance(account + " day " + day).nextInt(9) - 2L;
  }

  private static double luck(VillageMessage post, String of) {
    return VillageLife.chance(post.id() + " " + of).nextDouble();
  }
}
