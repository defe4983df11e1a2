package fr.palabre.delivery.simulation;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.engine.PlayedEngine;
import fr.palabre.delivery.engine.Spoilt;
import fr.palabre.delivery.simulation.Ledger.Wrong;
import fr.palabre.identity.Workspace;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.testing.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One history, made from its seed: people hand acts in and change their minds, nodes live and die,
 * everything else goes wrong. It directs who has the next turn, and lets time pass when all sleep.
 */
final class History implements PlayedDatabase.Watch {
  private static final boolean TELLS = Boolean.getBoolean("palabre.history.tells");
  private static final int MOST_TURNS = 20_000;
  private static final int MOST_FAULTS = 12;
  private static final Duration APART = Duration.ofSeconds(3);
  private static final Duration BEAT = Duration.ofMillis(2500);
  final long seed;
  final Luck luck;
  final Ledger ledger = new Ledger();
  final World world;
  final PlayedNetwork network;
  final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
  private final Spoilt spoilt;
  private final MovableClock clock;
  private final Turns turns = new Turns();
  private final List<Strand> strands = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final PriorityQueue<Event> events = new PriorityQueue<>(
      Comparator.comparing(Event::at).thenComparing(Event::order));
  private final Weather weather;
  private final Rest rest = new Rest();
  final @Nullable DatabaseKills kills;
  /** What networks allow, where that is less than they really do. */
  final List<QuotaRule> rules;
  @Nullable Workspace brand;
  private Instant awayUntil = Instant.EPOCH;
  /** The network's own clock does not go back with ours. */
  private Instant latest = Instant.EPOCH;
  private boolean calm;
  private int order;
  private int faults;

  private record Event(Instant at, int order, Runnable what) {}

  History(long seed, World world, Spoilt spoilt) {
    this.seed = seed;
    this.luck = new Luck(seed);
    this.weather = new Weather(luck);
    this.world = world;
    this.spoilt = spoilt;
    this.clock = world.clock;
    this.network = new PlayedNetwork(this);
    this.rules = isOften(Fault.QUOTA_USED_UP) ? List.of(scarce()) : List.of();
    this.kills = world.isDurable() ? new DatabaseKills(luck) : null;
  }

  /** Lives it from beginning to end. */
  History play() throws SQLException {
    clock.set(MovableClock.START);
    world.forgets();
    var people = new People(this);
    people.open();
    for (int i = luck.of(List.of(1, 1, 2, 2, 3)); i > 0; i--) begin();
    world.plays(this);
    world.rooms().told.clear();
    world.rooms().deaf = () -> turns.current() != null && strikes(Fault.ROOM_DEAF);
    try {
      direct();
    } finally {
      nodes.forEach(node -> node.dead = true);
      bury();
      world.plays(null);
      world.database.reset();
    }
    if (ledger.violations.isEmpty()) new Judgement(this).pass();
    return this;
  }

  private QuotaRule scarce() {
    return new QuotaRule("calls", 2 + luck.upTo(2), Duration.ofMinutes(1 + luck.upTo(3)), Map.of(
        Spending.PUBLISH, 1 + luck.upTo(1), Spending.EDIT, 1, Spending.DELETE, 1, Spending.LIKE, 1));
  }

  // ---- directing

  private void direct() {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      if (happens()) continue;
      wake();
      var ready = strands.stream().filter(this::isReady).toList();
      if (!ready.isEmpty()) give(luck.of(ready));
      else if (!timePasses()) return;
      if (!ledger.violations.isEmpty()) return;
    }
    ledger.wrong(Wrong.LOST, "it never comes to rest");
  }

  private void give(Strand strand) {
    tells(strand.name);
    turns.give(strand);
    if (strand.failure != null)
      throw new IllegalStateException("Seed " + seed + ", " + strand.name, strand.failure);
    if (strand.node.dead) bury();
    strands.removeIf(s -> s.over);
  }

  /** What a dead node was doing ends where it stood. */
  private void bury() {
    for (var strand : List.copyOf(strands))
      if (strand.node.dead && !strand.over) turns.give(strand);
    strands.removeIf(s -> s.over);
  }

  private boolean happens() {
    var next = events.peek();
    if (next == null || next.at.isAfter(now())) return false;
    events.remove();
    next.what.run();
    bury();
    return true;
  }

  private boolean isReady(Strand strand) {
    return !strand.wakesAt.isAfter(now()) && !strand.node.stands(now());
  }

  private boolean timePasses() {
    var next = Instant.MAX;
    for (var event : events) next = earlier(next, event.at);
    for (var strand : strands)
      next = earlier(next, later(strand.wakesAt, strand.node.stillUntil));
    for (var node : nodes)
      if (!node.dead && node.beats() && isOver(node.beat)) next = earlier(next, later(node.beatAt, node.stillUntil));
    if (next.equals(Instant.MAX)) return false;
    clock.set(later(now(), next));
    return true;
  }

  private void wake() {
    for (var node : nodes) {
      if (node.dead || node.stands(now())) continue;
      if (node.rung && node.round != null) node.round.wakesAt = earlier(node.round.wakesAt, now());
      if (node.beats() && !node.beatAt.isAfter(now()) && isOver(node.beat))
        node.beat = strand("beat", node, () -> beat(node));
      if (node.news && isOver(node.teller)) node.teller = strand("tell", node, () -> tell(node));
    }
  }

  private static boolean isOver(@Nullable Strand strand) {
    return strand == null || strand.over;
  }

  private Strand strand(String name, Node node, Runnable work) {
    var strand = new Strand(name + " of node " + node.number, node, now());
    strands.add(strand);
    turns.start(strand, work);
    return strand;
  }

  // ---- nodes

  private void begin() {
    var node = new Node(nodes.size() + 1);
    node.engine = new PlayedEngine(world.beans, spoilt, new PlayedEngine.Surroundings() {
      @Override
      public void databaseIsAway() {
        sleep(current(), Duration.ofMillis(500));
      }

      @Override
      public void sleeps(Duration time) {
        sleep(current(), time);
      }

      @Override
      public void news() {
        node.news = true;
      }

      // One more is paid for than begins: what was planned may be taken back.
      @Override
      public int pays(int alike) {
        if (weather.isOfPayments()) return alike + 1;
        return luck.chance(0.3) ? alike : 1;
      }

      @Override
      public void looks() {
        point(current());
      }
    });
    if (!calm && isOften(Fault.CLOCKS_APART)) {
      meets(Fault.CLOCKS_APART);
      node.ahead = luck.between(APART.negated(), APART);
      ledger.apart = APART.multipliedBy(2);
    }
    nodes.add(node);
    node.round = strand("round", node, () -> round(node));
  }

  // As EngineLoop does, but for the look round every ten seconds: here one node has one such look.
  private void round(Node node) {
    var me = current();
    while (true) {
      var wake = nothingIsDue() ? restsUntil(node) : look(node);
      me.wakesAt = node.rung ? now() : wake;
      turns.pause(me);
    }
  }

  private boolean nothingIsDue() {
    return rest.lasts(world.database.changes(), asSeen())
        && nodes.stream().noneMatch(n -> !n.dead && n.beats());
  }

  private Instant restsUntil(Node node) {
    node.rung = false;
    return atHome(node, rest.until());
  }

  private Instant look(Node node) {
    // Who is rung need not ask whether there is something to tell; who looks round, does.
    if (!node.rung && isLongSince(node.newsLookedForAt)) node.news = true;
    node.rung = false;
    try {
      var before = world.database.changes();
      var asked = asSeen();
      var taken = node.engine().take();
      if (!taken.isEmpty()) node.looked = false;
      for (var lane : taken) strand("lane", node, () -> {
        if (lane.see()) node.rung = true;
      });
      var settled = world.database.changes();
      var from = asSeen();
      var next = node.engine().next().orElse(Instant.MAX);
      // What comes next is asked as of the taking: a clock set back since leaves a time nobody spoke of.
      if (settled == world.database.changes())
        rest.comes(settled, later(asked, later(from, asSeen())), next);
      if (taken.isEmpty() && before == world.database.changes()) rest.found(before, asked, next);
      var wake = atHome(node, next);
      if (!node.looked && isFirst(node)) wake = earlier(wake, now().plus(PlayedEngine.LOOK_ROUND));
      node.looked = taken.isEmpty();
      return wake;
    } catch (RuntimeException e) {
      node.owes = true;
      return now().plusSeconds(1);
    }
  }

  // What an engine says of time, it says by its own clock.
  private static Instant atHome(Node node, Instant seen) {
    return seen.equals(Instant.MAX) ? seen : seen.minus(node.ahead);
  }

  // As EngineLoop's teller does by itself; a clock set back tells nothing.
  private boolean isLongSince(Instant looked) {
    return Duration.between(looked, now()).abs().compareTo(PlayedEngine.LOOK_ROUND) >= 0;
  }

  private boolean isFirst(Node node) {
    return nodes.stream().filter(n -> !n.dead).findFirst().orElse(node) == node;
  }

  private void beat(Node node) {
    try {
      node.owes = false;
      node.engine().beat();
      node.beatAt = now().plus(BEAT);
    } catch (RuntimeException e) {
      node.owes = true;
      node.beatAt = now().plusSeconds(1);
    }
  }

  private void tell(Node node) {
    node.news = false;
    node.newsLookedForAt = now();
    if (rest.isTold(world.database.changes(), asSeen())) return;
    try {
      var before = world.database.changes();
      var asked = asSeen();
      node.engine().tellAll();
      if (before == world.database.changes()) rest.told(before, earlier(asked, asSeen()));
    } catch (RuntimeException e) {
      sleep(current(), Duration.ofSeconds(1));
      node.news = true;
    }
  }

  /** One of them does so every half minute. */
  void sendImagesAhead() {
    var living = nodes.stream().filter(n -> !n.dead && !n.stands(now())).toList();
    if (living.isEmpty()) return;
    var node = luck.of(living);
    strand("images", node, () -> sendImagesAhead(node));
  }

  // What failed is said in the log; the images then go with their post.
  private void sendImagesAhead(Node node) {
    try {
      node.engine().sendImagesAhead();
    } catch (RuntimeException e) {
      tells("images stay behind");
    }
  }

  void ring() {
    nodes.forEach(node -> node.rung = true);
  }

  /** Each node's teller looks by itself every ten seconds; here it does so as often as people look. */
  void tellersLook() {
    nodes.forEach(node -> node.news = true);
  }

  /** kill -9: nothing of it does anything any more; it is started again after a while. */
  void kill(Node node) {
    node.dead = true;
    rest.unsettled(asSeen().plus(PlayedEngine.LEASE).plus(APART.multipliedBy(2)));
    at(now().plus(luck.between(Duration.ZERO, Duration.ofSeconds(30))), this::begin);
  }

  // ---- what threads of nodes come by

  Strand current() {
    return Objects.requireNonNull(turns.current(), "Only nodes call networks");
  }

  /** Between two things a node does: others may have their turn, or it stands still. */
  void point(Strand strand) {
    if (strand.node.dead) throw new Killed();
    if (strikes(Fault.NODE_STANDS_STILL)) strand.node.stillUntil =
        now().plus(luck.between(Duration.ofSeconds(5), Duration.ofSeconds(240)));
    if (strikes(Fault.CLOCK_FORWARD))
      clock.advance(luck.between(Duration.ofSeconds(1), Duration.ofSeconds(20)));
    if (strikes(Fault.CLOCK_BACK)) {
      rest.unsettled(now().plus(APART.multipliedBy(2)));
      clock.advance(luck.between(Duration.ofSeconds(1), Duration.ofSeconds(20)).negated());
    }
    if (!strand.node.stands(now()) && !luck.chance(0.25) || isShared()) return;
    strand.wakesAt = now();
    turns.pause(strand);
  }

  // Others would wait for what it holds, and never have their turn.
  private static boolean isShared() {
    return StackWalker.getInstance().walk(frames ->
        frames.anyMatch(f -> f.getClassName().equals(GroupCommit.class.getName())));
  }

  void sleep(Strand strand, Duration time) {
    strand.wakesAt = now().plus(time);
    turns.pause(strand);
  }

  /** For what waits for another node, such as one that renews a token. */
  void wait(int millis) {
    sleep(current(), Duration.ofMillis(millis));
  }

  @Override
  public void opens() throws SQLException {
    var strand = turns.current();
    if (strand == null) return;
    point(strand);
    if (strikes(Fault.DATABASE_AWAY))
      awayUntil = now().plus(luck.between(Duration.ofSeconds(1), Duration.ofSeconds(40)));
    if (!now().isBefore(awayUntil)) return;
    strand.node.owes = true;
    throw new SQLException("connection refused", "08001");
  }

  @Override
  public PlayedDatabase.Fate commits(Boundary where) {
    var strand = turns.current();
    if (strand == null) return PlayedDatabase.Fate.DONE;
    for (var fate : List.of(PlayedDatabase.Fate.LOST_BEFORE, PlayedDatabase.Fate.LOST_AFTER,
        PlayedDatabase.Fate.KILLED_BEFORE, PlayedDatabase.Fate.KILLED_AFTER)) {
      if (!strikes(Fault.of(fate.name(), where))) continue;
      strand.node.owes = true;
      if (fate.name().startsWith("KILLED")) kill(strand.node);
      return fate;
    }
    return databaseDies(strand, where);
  }

  private PlayedDatabase.Fate databaseDies(Strand strand, Boundary where) {
    var fate = kills == null || calm ? PlayedDatabase.Fate.DONE : kills.at(where);
    if (fate == PlayedDatabase.Fate.DONE) return fate;
    tells(fate + " at " + where);
    strand.node.owes = true;
    awayUntil = now().plus(luck.between(Duration.ZERO, Duration.ofSeconds(40)));
    return fate;
  }

  @Override
  public void committed(Boundary where) {
    tells(where);
    var strand = turns.current();
    if (strand == null) return;
    if (where == Boundary.BEGIN) {
      strand.begunAt = ledger.next();
      strand.begunClock = now();
      strand.begunLatest = latest;
    }
    if (where == Boundary.ANSWER && strand.told != null) {
      ledger.told(strand.toldAccount, strand.told);
      strand.told = null;
    }
  }

  // ---- what goes wrong

  boolean strikes(Fault fault) {
    if (calm || faults >= MOST_FAULTS) return false;
    if (!luck.chance(weather.of(fault))) return false;
    meets(fault);
    return true;
  }

  void meets(Fault fault) {
    tells(fault.name());
    faults++;
    met.merge(fault, 1, Integer::sum);
  }

  boolean isCalm() {
    return calm;
  }

  boolean isOften(Fault fault) {
    return weather.isOften(fault);
  }

  boolean isOfImages() {
    return weather.isOfImages();
  }

  /** From now on nothing goes wrong any more; what is asleep wakes. */
  void calms() {
    calm = true;
    awayUntil = now();
    nodes.forEach(node -> node.stillUntil = now());
    if (nodes.stream().allMatch(node -> node.dead)) begin();
  }

  Workspace brand() {
    return Objects.requireNonNull(brand);
  }

  /** For whoever plays a history again to see how it went wrong. */
  void tells(Object what) {
    if (TELLS) System.out.println(Duration.between(MovableClock.START, now()) + " " + what);
  }

  // ---- time

  Instant now() {
    var now = clock.instant();
    latest = later(latest, now);
    return now;
  }

  /** What time it is for whoever asks. */
  Instant asSeen() {
    var strand = turns.current();
    return strand == null ? now() : now().plus(strand.node.ahead);
  }

  void at(Instant instant, Runnable what) {
    events.add(new Event(instant, order++, what));
  }

  String text(Item item) {
    return item.act instanceof Act.Publish(var draft) ? draft.text() : "";
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
