package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.series.Call.Outcome;
import fr.palabre.analytics.series.ThreadReading.Following;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.network.Metric;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostsRead;
import fr.palabre.network.Reading;
import fr.palabre.network.Reading.Disconnected;
import fr.palabre.network.Reading.Failed;
import fr.palabre.network.Reading.Read;
import fr.palabre.network.Reading.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what the networks answered, and when they are asked next; in one transaction. */
@Component
class Ledger {
  /** A failed reading is tried again so much later; after the last it is said missing. */
  private static final List<Duration> AGAIN =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
  private static final Duration A_DAY = Duration.ofDays(1);
  private final KnownAccounts accounts;
  private final PostSchedule posts;
  private final Observations observations;
  private final DailyRollup days;
  private final Workspaces brands;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ledger(KnownAccounts accounts, PostSchedule posts, Observations observations, DailyRollup days,
      Workspaces brands, ApplicationEventPublisher events, Clock clock) {
    this.accounts = accounts;
    this.posts = posts;
    this.observations = observations;
    this.days = days;
    this.brands = brands;
    this.events = events;
    this.clock = clock;
  }

  void account(KnownAccount account, Call call, Reading<Map<Metric, Long>> reading) {
    observations.log(call);
    switch (reading) {
      case Read<Map<Metric, Long>>(var counts) -> accountRead(account, call, counts);
      case Throttled<?>(Instant notBefore) -> accountLater(account, notBefore);
      case Disconnected<?> _ -> accountMissing(account, call, Missing.PERMISSION);
      case Failed<?> _ -> accountFailed(account, call);
    }
  }

  void posts(KnownAccount account, Call call, List<DuePost> due,
      Reading<Map<String, PostSeen>> reading, Following following) {
    observations.log(call);
    switch (reading) {
      case Read<Map<String, PostSeen>>(var seen) -> {
        var missing = postsRead(account, call, due, seen);
        tell(account, call, seen, missing, following);
        rollUp(account, call.beganAt());
      }
      case Throttled<?>(Instant notBefore) ->
          due.forEach(p -> posts.schedule(p, notBefore, p.tries()));
      case Disconnected<?> _ ->
          due.forEach(p -> postMissing(account, call, p, Missing.PERMISSION));
      case Failed<?> _ -> due.forEach(p -> postFailed(account, call, p));
    }
  }

  /** From when on the posts of the brand's current day still move. */
  Instant young(WorkspaceId workspace, Instant now) {
    return BrandDay.of(now, zone(workspace)).from().minus(DailyRollup.YOUNG);
  }

  private void accountRead(KnownAccount account, Call call, Map<Metric, Long> counts) {
    var now = call.beganAt();
    observations.add(call, account.accountOffer().stream()
        .map(m -> new Observation(account.account().value(), account.account(), m,
            Figure.of(counts.get(m), Missing.NOT_GIVEN), null, now))
        .toList(), clock.instant());
    accounts.markRead(account.workspace(), account.account(), now);
    var followers = counts.get(Metric.FOLLOWERS);
    if (followers != null)
      posts.completeFollowers(account.workspace(), account.account(), followers,
          now.minus(A_DAY));
    nextDay(account);
    rollUp(account, now);
  }

  private void accountFailed(KnownAccount account, Call call) {
    if (account.tries() < AGAIN.size()) {
      accounts.schedule(account.workspace(), account.account(),
          call.beganAt().plus(AGAIN.get(account.tries())), account.tries() + 1);
      return;
    }
    accountMissing(account, call, Missing.COLLECTION_FAILED);
  }

  private void accountMissing(KnownAccount account, Call call, Missing why) {
    observations.add(call, account.accountOffer().stream()
        .map(m -> new Observation(account.account().value(), account.account(), m,
            Figure.none(why), null, call.beganAt()))
        .toList(), clock.instant());
    nextDay(account);
    rollUp(account, call.beganAt());
  }

  private void accountLater(KnownAccount account, Instant notBefore) {
    accounts.schedule(account.workspace(), account.account(), notBefore, account.tries());
  }

  private void nextDay(KnownAccount account) {
    var zone = zone(account.workspace());
    accounts.schedule(account.workspace(), account.account(),
        BrandDay.nextReading(clock.instant(), zone), 0);
  }

  /** @return remote ids of those it no longer shows */
  private List<String> postsRead(KnownAccount account, Call call, List<DuePost> due,
      Map<String, PostSeen> seen) {
    var shown = due.stream().filter(p -> seen.containsKey(p.remoteId())).toList();
    observations.add(call, due.stream().flatMap(p -> late(account, p, call.beganAt())).toList(),
        clock.instant());
    observations.add(call, shown.stream()
        .flatMap(p -> read(account, p, call.beganAt(), seen.get(p.remoteId()))).toList(),
        clock.instant());
    due.forEach(p -> next(p, call.beganAt()));
    posts.refresh(account.workspace(), shown.stream().map(DuePost::id).toList(), call.beganAt());
    var missing = due.stream().filter(p -> !seen.containsKey(p.remoteId())).toList();
    missing.forEach(p -> posts.absent(p, call.beganAt()));
    return missing.stream().map(DuePost::remoteId).toList();
  }

  private void tell(KnownAccount account, Call call, Map<String, PostSeen> seen,
      List<String> missing, Following following) {
    var shown = new HashMap<>(seen);
    shown.putAll(following.shown());
    events.publishEvent(new PostsRead(account.workspace(), account.account(), shown,
        Stream.of(missing, following.missing()).flatMap(List::stream).toList(), call.beganAt()));
  }

  private static Stream<Observation> read(KnownAccount account, DuePost post, Instant at,
      @Nullable PostSeen seen) {
    if (seen == null) return Stream.empty();
    var age = Checkpoint.reached(post.publishedAt(), at).orElse(null);
    return account.postOffer().stream()
        .map(m -> new Observation(post.id(), post.account(), m,
            Figure.of(seen.counts().get(m), Missing.NOT_GIVEN), age, at));
  }

  /** The ages that passed unread since the last reading: said missing, not made up. */
  private static Stream<Observation> late(KnownAccount account, DuePost post, Instant now) {
    var reached = Checkpoint.reached(post.publishedAt(), now).orElse(null);
    return Arrays.stream(Checkpoint.values())
        .filter(c -> c != reached && (post.early() || Checkpoint.comparable().contains(c)))
        .filter(c -> c.of(post.publishedAt()).isAfter(post.lastRead()))
        .filter(c -> c.of(post.publishedAt()).isBefore(now))
        .flatMap(c -> account.postOffer().stream()
            .map(m -> Observation.missing(post, m, Missing.DELAYED, c)));
  }

  private void postFailed(KnownAccount account, Call call, DuePost post) {
    if (post.tries() < AGAIN.size())
      posts.schedule(post, call.beganAt().plus(AGAIN.get(post.tries())), post.tries() + 1);
    else postMissing(account, call, post, Missing.COLLECTION_FAILED);
  }

  private void postMissing(KnownAccount account, Call call, DuePost post, Missing why) {
    var age = Checkpoint.reached(post.publishedAt(), call.beganAt()).orElse(null);
    observations.add(call, account.postOffer().stream()
        .map(m -> new Observation(post.id(), post.account(), m, Figure.none(why), age,
            call.beganAt()))
        .toList(), clock.instant());
    next(post, call.beganAt());
  }

  private void next(DuePost post, Instant after) {
    posts.schedule(post, Checkpoint.next(post.publishedAt(), after, post.early()), 0);
  }

  private ZoneId zone(WorkspaceId workspace) {
    return brands.workspace(workspace).zone();
  }

  private void rollUp(KnownAccount account, Instant at) {
    days.rebuild(account, BrandDay.of(at, zone(account.workspace())));
  }

  static Outcome outcome(Reading<?> reading) {
    return switch (reading) {
      case Read<?> _ -> Outcome.READ;
      case Throttled<?> _ -> Outcome.THROTTLED;
      case Disconnected<?> _ -> Outcome.DISCONNECTED;
      case Failed<?> _ -> Outcome.FAILED;
    };
  }

  static @Nullable String code(Reading<?> reading) {
    return switch (reading) {
      case Read<?> _ -> null;
      case Throttled<?>(Instant notBefore) -> notBefore.toString();
      case Disconnected<?>(String code) -> code;
      case Failed<?>(String cause) -> cause;
    };
  }
}
