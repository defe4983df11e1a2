package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.series.Call.Outcome;
import fr.palabre.analytics.series.Call.Subject;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.DemoPast;
import fr.palabre.network.DemoPast.PastPost;
import fr.palabre.network.Metric;
import fr.palabre.platform.Ids;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demonstration's figures: ten weeks of readings, as they would have been made night by night. */
@Component
class DemoFigures implements DemoScene {
  private static final int DAYS = 70;
  private static final int EXCERPT = 140;
  private final DemoPast past;
  private final KnownAccounts accounts;
  private final PostSchedule posts;
  private final Observations observations;
  private final DailyRollup days;

  DemoFigures(DemoPast past, KnownAccounts accounts, PostSchedule posts,
      Observations observations, DailyRollup days) {
    this.past = past;
    this.accounts = accounts;
    this.posts = posts;
    this.observations = observations;
    this.days = days;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var all = past.posts(workspace);
    for (var account : accounts.all(workspace)) {
      accounts.knownSince(workspace, account.account(), stage.daysAgo(DAYS, 3, 0));
      var its = all.stream().filter(p -> p.account().equals(account.account())).toList();
      var known = its.stream().map(p -> known(workspace, account, p)).toList();
      readNights(account, its, known, stage);
    }
  }

  /** The post as analytics knows it, whoever told of it first. */
  private DuePost known(WorkspaceId workspace, KnownAccount account, PastPost post) {
    var followers = past.accountMetrics(workspace, account.account(), post.at())
        .get(Metric.FOLLOWERS);
    var excerpt = post.text().length() <= EXCERPT ? post.text()
        : post.text().substring(0, EXCERPT - 1).strip() + "…";
    posts.add(new NewPost(workspace, Ids.next(), account.account(), account.network(),
        post.remoteId(), null, post.permalink().toString(), excerpt,
        PostFormat.of(0, post.text().contains("http")), post.at(), followers, false));
    return posts.young(workspace, account.account(), post.at()).stream()
        .filter(p -> p.remoteId().equals(post.remoteId())).findFirst().orElseThrow();
  }

  private void readNights(KnownAccount account, List<PastPost> its, List<DuePost> known,
      DemoStage stage) {
    var instants = instants(its, stage);
    var day = BrandDay.of(instants.firstKey(), stage.zone());
    for (var entry : instants.entrySet()) {
      var current = BrandDay.of(entry.getKey(), stage.zone());
      if (!current.equals(day)) days.rebuild(account, day);
      day = current;
      read(account, stage.zone(), entry.getKey(), entry.getValue(), its, known);
    }
    days.rebuild(account, day);
    accounts.markRead(account.workspace(), account.account(), stage.now());
    posts.refresh(account.workspace(), known.stream().map(DuePost::id).toList(), stage.now());
    known.forEach(p -> posts.schedule(p,
        Checkpoint.next(p.publishedAt(), stage.now(), false), 0));
  }

  /** Every moment at which something was read, and the post whose age it was; null at night. */
  private static TreeMap<Instant, @Nullable PastPost> instants(List<PastPost> its,
      DemoStage stage) {
    var instants = new TreeMap<Instant, @Nullable PastPost>();
    for (int d = DAYS; d >= 0; d--) instants.put(stage.daysAgo(d, 3, 0), null);
    for (var post : its)
      Arrays.stream(Checkpoint.values()).filter(c -> Checkpoint.comparable().contains(c))
          .map(c -> c.of(post.at())).filter(at -> at.isBefore(stage.now()))
          .forEach(at -> instants.put(at, post));
    instants.tailMap(stage.now(), true).clear();
    instants.put(stage.now(), null);
    return instants;
  }

  private void read(KnownAccount account, ZoneId zone, Instant at, @Nullable PastPost aged,
      List<PastPost> its, List<DuePost> known) {
    var found = new ArrayList<Observation>();
    if (aged == null) found.addAll(account(account, at));
    var since = BrandDay.of(at, zone).from().minus(DailyRollup.YOUNG);
    for (int i = 0; i < its.size(); i++)
      if (its.get(i).equals(aged) || aged == null && young(its.get(i), since, at))
        found.addAll(post(account, its.get(i), known.get(i), at));
    var call = new Call(account.workspace(), Ids.next(), account.account(),
        aged == null ? Subject.ACCOUNT : Subject.POSTS, 1, at, Outcome.READ, null);
    observations.log(call);
    observations.add(call, found, at);
  }

  private static boolean young(PastPost post, Instant since, Instant at) {
    return post.at().isBefore(at) && !post.at().isBefore(since);
  }

  private List<Observation> account(KnownAccount account, Instant at) {
    var counts = past.accountMetrics(account.workspace(), account.account(), at);
    return account.accountOffer().stream()
        .map(m -> new Observation(account.account().value(), account.account(), m,
            figure(counts, m), null, at))
        .toList();
  }

  private List<Observation> post(KnownAccount account, PastPost post, DuePost known, Instant at) {
    var counts = past.postMetrics(account.workspace(), post, at);
    var age = Checkpoint.reached(post.at(), at).orElse(null);
    return account.postOffer().stream()
        .map(m -> new Observation(known.id(), account.account(), m, figure(counts, m), age, at))
        .toList();
  }

  private static Figure figure(Map<Metric, Long> counts, Metric metric) {
    return Figure.of(counts.get(metric), Missing.NOT_GIVEN);
  }
}
