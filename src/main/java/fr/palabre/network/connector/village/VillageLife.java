package fr.palabre.network.connector.village;

import fr.palabre.network.connector.village.VillageMessage.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what the people of the village will do, and when. A fixed function of what they react to:
 * the same post always meets the same fate.
 */
@Component
class VillageLife {
  private static final ZoneId VILLAGE = ZoneId.of("Europe/Paris");
  // Seconds after a post: a newcomer sees the first answer while they still look at the page.
  private static final int[] COMMENTS = {12, 38, 80, 160, 340, 900, 2_700, 9_000, 30_000};
  private static final int[] LIKES =
      {6, 15, 28, 50, 90, 150, 260, 420, 900, 2_400, 7_200, 21_600, 50_000};
  private final Sentences sentences;

  VillageLife(Sentences sentences) {
    this.sentences = sentences;
  }

  /** What the village will do. */
  record Plan(List<VillageMessage> messages, List<VillageEvent> events) {
    Plan() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    private void add(VillageMessage message, Villager who) {
      messages.add(message);
      events.add(VillageEvent.wrote(message, who));
    }
  }

  /** After a post of the brand; a further part of its own thread meets less of a crowd. */
  Plan afterPost(VillageMessage post) {
    var chance = chance(post.id());
    var first = post.parentId() == null;
    var plan = new Plan();
    comments(plan, post, first ? 4 + chance.nextInt(5) : chance.nextInt(2), chance);
    reactions(plan, post, "LIKE", LIKES, (first ? 6 : 2) + chance.nextInt(7), chance);
    reactions(plan, post, "SHARE", new int[] {45, 400, 5_000}, first ? chance.nextInt(4) : 0,
        chance);
    return plan;
  }

  /** After the brand answered someone: a like, a word back, sometimes both. */
  Plan afterReply(VillageMessage reply, VillageMessage answered) {
    var plan = new Plan();
    if (answered.author() == null || answered.intent() == null) return plan;
    var chance = chance(reply.id());
    var who = Villager.of(answered.author());
    if (answered.kind() != Kind.DIRECT && chance.nextInt(10) < 7)
      plan.events.add(VillageEvent.reacted("LIKE", who, reply.id(),
          after(reply.at(), 7 + chance.nextInt(25))));
    var next = answered.depth() >= 2 ? null : next(answered.intent(), chance);
    if (next != null)
      plan.add(says(who, next, Topic.of(answered.body()), reply, answered.depth() + 1,
          after(reply.at(), 12 + chance.nextInt(35)), chance), who);
    return plan;
  }

  /** Someone comes by of their own accord: the n-th visit to this account. */
  Plan visit(String account, String brand, int n, Instant at) {
    var chance = chance(account + " visit " + n);
    var who = Villager.some(2, chance).stream().filter(v -> !v.isSpammer()).findFirst()
        .orElseThrow();
    var plan = new Plan();
    switch (n == 0 ? 0 : chance.nextInt(8)) {
      case 0, 1, 2, 3 -> plan.add(comesBy(Kind.MENTION, who, account, brand, n, at, chance), who);
      case 4, 5 -> plan.add(comesBy(Kind.DIRECT, who, account, brand, n, at, chance), who);
      default -> plan.events.add(VillageEvent.reacted("FOLLOW", who, null, at));
    }
    return plan;
  }

  /** When the next visit is due: soon at first, then by day, an hour or two apart. */
  Instant nextVisit(String account, int n, Instant last) {
    var chance = chance(account + " gap " + n);
    var gap = n == 1 ? Duration.ofMinutes(4) : Duration.ofMinutes(40 + chance.nextInt(140));
    var next = last.plus(gap).atZone(VILLAGE);
    if (next.getHour() >= 22) next = next.plusDays(1).withHour(7);
    else if (next.getHour() < 7) next = next.withHour(7);
    return next.toInstant();
  }

  private void comments(Plan plan, VillageMessage post, int count, SplittableRandom chance) {
    var topic = Topic.of(post.body());
    var people = Villager.some(Math.min(count, COMMENTS.length), chance);
    for (int i = 0; i < people.size(); i++) {
      var who = people.get(i);
      var at = after(post.at(), jitter(COMMENTS[i], chance));
      var message = says(who, who.leaning(chance), topic, post, 0, at, chance);
      plan.add(message, who);
      secondThoughts(plan, message, who, chance);
    }
  }

  // One in twelve corrects what they wrote, one in twenty-five takes it back.
  private void secondThoughts(Plan plan, VillageMessage message, Villager who,
      SplittableRandom chance) {
    var fate = chance.nextInt(300);
    if (fate < 25 && message.intent() == Intent.QUESTION)
      plan.events.add(VillageEvent.changed(message, message.body() + "\n"
              + sentences.of(who, Intent.EDIT, Topic.ANY, chance),
          after(message.at(), 40 + chance.nextInt(80))));
    else if (fate >= 288)
      plan.events.add(VillageEvent.tookBack(message, after(message.at(), 200)));
  }

  private void reactions(Plan plan, VillageMessage post, String kind, int[] delays, int count,
      SplittableRandom chance) {
    var people = Villager.some(Math.min(count, delays.length), chance);
    for (int i = 0; i < people.size(); i++)
      if (!people.get(i).isSpammer())
        plan.events.add(VillageEvent.reacted(kind, people.get(i), post.id(),
            after(post.at(), jitter(delays[i], chance))));
  }

  private VillageMessage says(Villager who, Intent intent, Topic topic, VillageMessage to,
      int depth, Instant at, SplittableRandom chance) {
    var kind = to.kind() == Kind.DIRECT ? Kind.DIRECT : Kind.REPLY;
    return new VillageMessage(id(to.id() + " " + who.handle() + " " + depth), who.handle(), kind,
        sentences.of(who, intent, topic, chance), 0, to.id(), to.rootId(), intent, depth, at);
  }

  private VillageMessage comesBy(Kind kind, Villager who, String account, String brand, int n,
      Instant at, SplittableRandom chance) {
    var id = id(account + " visit " + n);
    var text = sentences.of(who, kind == Kind.DIRECT ? Intent.DIRECT : Intent.MENTION, Topic.ANY,
        chance).replace("{compte}", account).replace("{marque}", brand);
    var root = kind == Kind.DIRECT ? "private:" + who.handle() : id;
    return new VillageMessage(id, who.handle(), kind, text, 0, null, root,
        kind == Kind.DIRECT ? Intent.PURCHASE : Intent.QUESTION, 0, at);
  }

  private static @Nullable Intent next(Intent answered, SplittableRandom chance) {
    var luck = chance.nextInt(10);
    return switch (answered) {
      case QUESTION -> luck < 5 ? Intent.THANKS : luck < 7 ? Intent.INSIST : null;
      case COMPLAINT -> luck < 5 ? Intent.CALMED : luck < 8 ? Intent.INSIST : null;
      case PURCHASE -> luck < 7 ? Intent.ORDERED : null;
      case INSIST -> luck < 8 ? Intent.THANKS : null;
      default -> null;
    };
  }

  static String id(String seed) {
    return "v-" + UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString().substring(0, 18);
  }

  static SplittableRandom chance(String seed) {
    var bytes = seed.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new SplittableRandom(UUID.nameUUIDFromBytes(bytes).getMostSignificantBits());
  }

  private static int jitter(int seconds, SplittableRandom chance) {
    return Math.max(5, seconds * (70 + chance.nextInt(60)) / 100);
  }

  private static Instant after(Instant at, int seconds) {
    return at.plusSeconds(seconds);
  }
}
