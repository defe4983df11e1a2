package fr.palabre.delivery.simulation;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.delivery.Freeze;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.Verdict;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.PostDraft;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Those who hand acts in, change their minds, and decide what is put to them. */
final class People {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration STORY = Duration.ofMinutes(20);
  private static final List<Duration> LOOKS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(50),
      Duration.ofMinutes(110), Duration.ofMinutes(170), Duration.ofMinutes(230));
  final Workspace brand;
  private final History history;
  private final Luck luck;
  private final World world;
  private final Member me;
  private final List<Server> servers = new ArrayList<>();
  private final List<AccountId> accounts = new ArrayList<>();

  People(History history) {
    this.history = history;
    this.luck = history.luck;
    this.world = history.world;
    var id = WorkspaceId.next();
    var slug = "marque-" + id.toString().substring(24);
    this.brand = new Workspace(id, slug, slug, ZoneId.of("Europe/Paris"), Locale.FRENCH, false,
        true);
    this.me = new Member(UserId.next(), "Personne", brand, Role.COMMUNITY_MANAGER,
        Role.COMMUNITY_MANAGER.permissions(), Locale.FRENCH, "auto");
  }

  /** Opens the brand and its accounts, and plans what people will do. */
  void open() {
    history.brand = brand;
    within(() -> world.jdbc()
        .sql("insert into identity_workspace (id, slug, name) values (:id, :slug, :slug)")
        .param("id", brand.id().value()).param("slug", brand.slug()).update());
    for (int i = luck.upTo(1) + 1; i > 0; i--) connect();
    var moments = List.of(soon(Duration.ofMinutes(2)), soon(Duration.ofMinutes(5)));
    for (int i = luck.upTo(3) + 1; i > 0; i--) plan(luck.of(moments));
    for (var moment : moments) history.at(moment, history::ring);
    for (int i = luck.upTo(2); i > 0; i--) history.at(soon(STORY), this::changesTheirMind);
    if (history.isOften(Fault.FROZEN)) history.at(soon(STORY), this::freeze);
    if (history.isOften(Fault.TAKEN_BACK)) history.at(soon(STORY), this::takeBack);
    if (history.isOften(Fault.MOVED)) history.at(soon(STORY), this::move);
    history.at(MovableClock.START.plus(STORY.dividedBy(2)), this::look);
    history.at(MovableClock.START.plus(STORY), history::calms);
    for (var after : LOOKS) history.at(MovableClock.START.plus(STORY).plus(after), this::look);
  }

  private void connect() {
    var number = servers.size();
    var needed = history.isOften(Fault.READ_BEHIND) || history.isOften(Fault.READ_WITH_HOLES)
        || history.isOften(Fault.THROTTLED_UNTIL_ISO_DATE);
    var server = needed || luck.chance(0.5) ? new MastodonServer(number, world.clock)
        : new BlueskyServer(number, world.clock);
    servers.add(server);
    history.network.opens(server);
    accounts.add(world.accounts().connect(brand.id(), null, server.network(), server.connected()));
  }

  // ---- what they hand in

  private void plan(Instant handed) {
    var account = luck.upTo(accounts.size() - 1);
    var due = luck.chance(0.3) ? handed : handed.plus(upTo(Duration.ofMinutes(6)));
    var holds = history.isOften(Fault.TOKEN_REVOKED) && history.isOften(Fault.THROTTLED_FOR_SECONDS);
    var latest = luck.chance(holds ? 0.6 : 0.2)
        ? due.plus(luck.between(Duration.ofSeconds(20), Duration.ofMinutes(15))) : null;
    var item = item(account, null);
    history.at(handed, () -> submit(item, due, latest));
    if (!item.isMessage() || !luck.chance(0.4)) return;
    for (Item part = item; part.number < item.number + 2; ) {
      var next = item(account, part);
      history.at(handed, () -> submit(next, due, latest));
      part = next;
      if (luck.chance(0.5)) return;
    }
  }

  private Item item(int account, @Nullable Item after) {
    var number = history.ledger.items.size();
    var server = servers.get(account);
    var image = luck.chance(history.isOfImages() ? 0.8 : 0.05);
    var act = after != null || luck.chance(0.75)
        ? publish(number, after == null && luck.chance(0.15) ? server.target(number, false) : null,
            image)
        : other(number, server);
    var item = new Item(number, account, act, after, image);
    history.ledger.items.add(item);
    return item;
  }

  private static Act publish(int number, @Nullable String to, boolean image) {
    var images = image
        ? List.of(new PostDraft.Image(World.PICTURE, "image/png", 8, 8, 6, "Mer"))
        : List.<PostDraft.Image>of();
    var draft = new PostDraft("Billet " + number + ", en toutes lettres", images, null, null, null,
        null, null);
    return new Act.Publish(
        to == null ? draft : draft.inReplyTo(new PostDraft.ReplyTo(to, to, false, null)));
  }

  private Act other(int number, Server server) {
    return switch (luck.upTo(2)) {
      case 0 -> new Act.Delete(server.target(number, true));
      case 1 -> new Act.Like(server.target(number, false));
      default -> server instanceof MastodonServer
          ? new Act.Edit(server.target(number, true), PostDraft.of("Corrigé")) :
          new Act.Delete(server.target(number, true));
    };
  }

  private void submit(Item item, Instant due, @Nullable Instant latest) {
    var after = item.after;
    if (after != null && after.takenBackAt != Long.MAX_VALUE) return;
    item.hours.add(new Item.Hour(history.ledger.next(), due, latest));
    if (item.image) for (var at = history.now().plus(upTo(EVERY)); at.isBefore(due); at = at.plus(EVERY))
      history.at(at, history::sendImagesAhead);
    item.id = within(() -> world.deliveries().submit(new NewDelivery(brand.id(),
        accounts.get(item.account), item.act, new DeliverySubject("post", UUID.randomUUID()), due,
        latest, latest != null && item.number % 2 == 0, after == null ? null : after.id(),
        me.user())));
  }

  // ---- when they change their minds

  private void changesTheirMind() {
    switch (luck.upTo(2)) {
      case 0 -> freeze();
      case 1 -> takeBack();
      default -> move();
    }
  }

  private void freeze() {
    history.meets(Fault.FROZEN);
    var account = luck.chance(0.5) ? null : Integer.valueOf(luck.upTo(accounts.size() - 1));
    FreezeScope scope = account == null ? new FreezeScope.Brand()
        : new FreezeScope.Account(accounts.get(account));
    within(() -> world.freezes().freeze(me, scope, "Crise"));
    history.ledger.freezes(account);
    history.at(history.now().plus(upTo(Duration.ofMinutes(8))), this::thaw);
  }

  private void thaw() {
    for (var freeze : within(() -> world.freezes().active(brand.id()))) {
      within(() -> world.freezes().thaw(me, freeze.id()));
      history.ledger.thaws(account(freeze));
    }
    history.ring();
  }

  private @Nullable Integer account(Freeze freeze) {
    return freeze.account() == null ? null : accounts.indexOf(freeze.account());
  }

  private void takeBack() {
    var handed = handed();
    if (handed.isEmpty()) return;
    history.meets(Fault.TAKEN_BACK);
    var item = luck.of(handed);
    within(() -> world.deliveries().cancel(brand.id(), item.id()));
    noteTakenBack();
  }

  private void noteTakenBack() {
    var place = history.ledger.next();
    for (var item : handed())
      if (item.takenBackAt == Long.MAX_VALUE
          && delivery(item).standing() instanceof Standing.Cancelled) item.takenBackAt = place;
  }

  private void move() {
    var handed = handed();
    if (handed.isEmpty()) return;
    history.meets(Fault.MOVED);
    var item = luck.of(handed);
    var hour = history.now().plus(luck.between(Duration.ofSeconds(-60), Duration.ofMinutes(6)));
    if (within(() -> world.deliveries().reschedule(brand.id(), item.id(), hour)))
      item.hours.add(new Item.Hour(history.ledger.next(), hour, null));
    history.ring();
  }

  // ---- what is put to them

  private void look() {
    thaw();
    for (int i = 0; i < accounts.size(); i++) if (servers.get(i).revoked) reconnect(i);
    var open = handed().stream().filter(i -> !i.closed).toList();
    for (var item : open) decide(item, delivery(item));
    history.tellersLook();
    if (!history.isCalm() || !open.isEmpty()) history.ring();
  }

  private void reconnect(int account) {
    var server = servers.get(account);
    world.accounts().connect(brand.id(), null, server.network(), server.connected());
  }

  private void decide(Item item, Delivery delivery) {
    switch (delivery.standing()) {
      case Standing.Undecided _ -> settle(item);
      case Standing.Held(var hold) when hold == Hold.LATE || hold == Hold.THAWED -> {
        if (luck.chance(0.7)) release(item);
        else if (luck.chance(0.5)) drop(item);
      }
      case Standing.Refused _ -> {
        if (item.isMessage() && luck.chance(0.4)) retry(item);
      }
      case Standing.Accepted _, Standing.Confirmed _, Standing.Cancelled _, Standing.Skipped _ ->
          item.closed = true;
      default -> { }
    }
  }

  private void settle(Item item) {
    var there = !item.accepted.isEmpty();
    within(() -> world.deliveries().settleByPerson(me, item.id(),
        there ? Verdict.WENT_OUT : Verdict.NOT_SENT));
    if (!there) item.hours.add(new Item.Hour(history.ledger.next(), history.now(), null));
  }

  private void release(Item item) {
    if (within(() -> world.deliveries().release(me, item.id(), history.now())))
      item.hours.add(new Item.Hour(history.ledger.next(), history.now(), null));
  }

  private void drop(Item item) {
    within(() -> world.deliveries().drop(me, item.id()));
    noteTakenBack();
  }

  private void retry(Item item) {
    var draft = PostDraft.of("Billet " + item.number);
    var to = ((Act.Publish) item.act).draft().replyTo();
    var act = new Act.Publish(to == null ? draft : draft.inReplyTo(to));
    servers.get(item.account).longest = 300;
    if (within(() -> world.deliveries().retry(me, item.id(), act)))
      item.hours.add(new Item.Hour(history.ledger.next(), history.now(), null));
  }

  // ---- how they reach the house

  private List<Item> handed() {
    return history.ledger.items.stream().filter(i -> i.id != null).toList();
  }

  private Delivery delivery(Item item) {
    return within(() -> world.deliveries().delivery(brand.id(), item.id()));
  }

  private <T> T within(Supplier<T> work) {
    return world.scope().within(brand.id().value(), work);
  }

  private Instant soon(Duration atMost) {
    return MovableClock.START.plus(upTo(atMost));
  }

  private Duration upTo(Duration most) {
    return luck.between(Duration.ZERO, most);
  }
}
