package fr.palabre.network.connector.village;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.Metric;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostSeen;
import fr.palabre.network.Quotas;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.Settlement;
import fr.palabre.network.connector.village.VillageLife.Plan;
import fr.palabre.network.connector.village.VillageMessage.Kind;
import fr.palabre.network.connector.village.VillageStore.Household;
import fr.palabre.network.connector.village.VillageStore.Place;
import fr.palabre.network.connector.village.VillageStore.Told;
import fr.palabre.platform.db.RowScope;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The place itself: what is written there, who comes by, and how it counts. */
@Component
class Village {
  static final int WRITES = 40;
  static final Duration WRITES_WINDOW = Duration.ofMinutes(10);
  private static final Duration FIRST_VISIT = Duration.ofSeconds(40);
  private static final Duration REMEMBERS = Duration.ofHours(24);
  private static final Duration AHEAD = Duration.ofMinutes(30);
  private static final int PAGE = 50;
  private final VillageStore store;
  private final VillageLife life;
  private final Quotas quotas;
  private final Workspaces workspaces;
  private final RowScope scope;
  private final Clock clock;

  Village(VillageStore store, VillageLife life, Quotas quotas, Workspaces workspaces,
      RowScope scope, Clock clock) {
    this.store = store;
    this.life = life;
    this.quotas = quotas;
    this.workspaces = workspaces;
    this.scope = scope;
    this.clock = clock;
  }

  DeliveryOutcome publish(ConnectedAccount account, PostDraft draft, DeliveryKey key) {
    return inside(account, place -> {
      var now = clock.instant();
      if (store.knows(place, id(key))) return new Delivered(id(key), permalink(place, id(key)));
      var wait = quota(account, place, now);
      if (wait != null) return wait;
      var answered = draft.replyTo() == null ? Optional.<VillageMessage>empty()
          : store.message(place, draft.replyTo().parentId(), now);
      if (draft.replyTo() != null && answered.isEmpty())
        return new Rejected(Reason.PARENT_GONE, "parent-gone", "");
      return write(place, message(draft, answered.orElse(null), id(key), now), answered);
    });
  }

  Settlement settle(ConnectedAccount account, DeliveryKey key) {
    return inside(account, place -> store.message(place, id(key), clock.instant())
        .<Settlement>map(m -> new Settlement.Found(m.id(), permalink(place, m.id())))
        .orElseGet(Settlement.Absent::new));
  }

  DeliveryOutcome edit(ConnectedAccount account, String id, String text) {
    return inside(account, place -> {
      var now = clock.instant();
      if (store.message(place, id, now).filter(VillageMessage::ours).isEmpty()) return notFound();
      store.change(place, id, text, now);
      return new Delivered(id, permalink(place, id));
    });
  }

  DeliveryOutcome delete(ConnectedAccount account, String id) {
    return inside(account, place -> {
      store.delete(place, id, clock.instant());
      return new Delivered(id, null);
    });
  }

  DeliveryOutcome like(ConnectedAccount account, String id, boolean liked) {
    return inside(account, place -> {
      var now = clock.instant();
      if (store.message(place, id, now).isEmpty()) return notFound();
      store.like(place, id, liked ? now : null);
      return new Delivered(id, null);
    });
  }

  /** What the account was told since; the first time, of the last day. */
  ActivityPage activity(ConnectedAccount account, @Nullable String cursor) {
    return inside(account, place -> {
      var now = clock.instant();
      visits(account, place, now);
      var from = cursor == null ? new Bookmark(now.minus(REMEMBERS), "") : Bookmark.read(cursor);
      var told = store.told(place, from.at(), from.id(), now, PAGE);
      var next = told.isEmpty() ? from
          : new Bookmark(told.getLast().at(), told.getLast().event().externalId());
      return new ActivityPage(
          told.stream().map(Told::event).toList(), next.toString(), told.size() == PAGE);
    });
  }

  Map<String, PostSeen> postMetrics(ConnectedAccount account, List<String> ids) {
    return inside(account, place -> {
      var now = clock.instant();
      var household = household(account, place);
      var seen = new HashMap<String, PostSeen>();
      for (var id : ids)
        store.message(place, id, now).filter(VillageMessage::ours)
            .ifPresent(post -> seen.put(id,
                new PostSeen(count(place, household, post, now), post.body())));
      return seen;
    });
  }

  Map<Metric, Long> accountMetrics(ConnectedAccount account, Instant at) {
    return inside(account, place -> Map.of(
        Metric.FOLLOWERS, followers(place, household(account, place), at),
        Metric.FOLLOWING, VillageGrowth.following(place.handle()),
        Metric.POSTS, store.posts(place, at)));
  }

  Map<Metric, Long> countAt(ConnectedAccount account, VillageMessage post, Instant at) {
    return inside(account, place -> count(place, household(account, place), post, at));
  }

  /** The address of a message on the village's own page. */
  URI permalink(Place place, String id) {
    var brand = workspaces.workspace(new WorkspaceId(place.workspace()));
    return URI.create("/" + brand.slug() + "/" + VillagePages.PATH + "/" + id);
  }

  private Map<Metric, Long> count(Place place, Household household, VillageMessage post, Instant at) {
    var views = VillageGrowth.views(post, followers(place, household, post.at()), at);
    return Map.of(
        Metric.VIEWS, views,
        Metric.REACH, VillageGrowth.reach(views),
        Metric.REACTIONS, store.reactions(place, post.id(), "LIKE", at)
            + VillageGrowth.quietReactions(post, views),
        Metric.COMMENTS, store.answers(place, post.id(), at),
        Metric.SHARES, store.reactions(place, post.id(), "SHARE", at)
            + VillageGrowth.quietShares(post, views));
  }

  private DeliveryOutcome write(Place place, VillageMessage message,
      Optional<VillageMessage> answered) {
    store.write(place, message);
    var toSomeone = answered.filter(m -> !m.ours());
    keep(place, toSomeone.isPresent()
        ? life.afterReply(message, toSomeone.get())
        : life.afterPost(message));
    return new Delivered(message.id(), permalink(place, message.id()));
  }

  private static VillageMessage message(PostDraft draft, @Nullable VillageMessage answered,
      String id, Instant now) {
    var direct = answered != null && answered.kind() == Kind.DIRECT;
    var kind = answered == null ? Kind.POST : direct ? Kind.DIRECT : Kind.REPLY;
    return new VillageMessage(id, null, kind, draft.text(), draft.images().size(),
        answered == null ? null : answered.id(), answered == null ? id : answered.rootId(), null,
        0, now);
  }

  // People come by whether the account is looked at or not; after a long absence, since last night.
  private void visits(ConnectedAccount account, Place place, Instant now) {
    var household = household(account, place);
    var next = household.nextVisitAt();
    var visits = household.visits();
    if (next.isAfter(now.plus(AHEAD))) return;
    if (next.isBefore(now.minus(REMEMBERS))) next = now.minus(REMEMBERS.dividedBy(2));
    while (!next.isAfter(now.plus(AHEAD))) {
      keep(place, life.visit(place.handle(), household.name(), visits, next));
      next = life.nextVisit(place.handle(), ++visits, next);
    }
    store.visited(place, visits, next);
  }

  private void keep(Place place, Plan plan) {
    plan.messages().forEach(m -> store.write(place, m));
    for (var event : plan.events()) {
      store.plan(place, event);
      if (event.kind().equals("REMOVAL")) store.vanishes(place, event.id(), event.at());
    }
  }

  private @Nullable RetryAfter quota(ConnectedAccount account, Place place, Instant now) {
    var written = store.writtenSince(place, now.minus(WRITES_WINDOW));
    var full = written.size() >= WRITES;
    var free = written.isEmpty() ? now : written.getFirst().plus(WRITES_WINDOW);
    quotas.seen(account, "writes", (long) WRITES,
        full ? 0 : WRITES - written.size() - 1, free.isAfter(now) ? free : null);
    return full ? new RetryAfter(free, "too-many-writes") : null;
  }

  private Household household(ConnectedAccount account, Place place) {
    var opened = Instant.parse(account.settings().getOrDefault("opened",
        clock.instant().toString()));
    return store.household(place, account.displayName(), opened, clock.instant().plus(FIRST_VISIT));
  }

  private long followers(Place place, Household household, Instant at) {
    return VillageGrowth.followers(place.handle(), household.openedAt(), at);
  }

  private <T> T inside(ConnectedAccount account, Function<Place, T> work) {
    var place = new Place(account.workspace().value(), account.remoteId());
    return scope.within(place.workspace(), () -> {
      household(account, place);
      return work.apply(place);
    });
  }

  private static String id(DeliveryKey key) {
    return "b-" + key.value();
  }

  private static Rejected notFound() {
    return new Rejected(Reason.NOT_FOUND, "not-found", "");
  }

  /** A place in the story of an account. */
  private record Bookmark(Instant at, String id) {
    static Bookmark read(String cursor) {
      var bar = cursor.indexOf('|');
      return new Bookmark(Instant.parse(cursor.substring(0, bar)), cursor.substring(bar + 1));
    }

    @Override
    public String toString() {
      return at + "|" + id;
    }
  }
}
