package fr.palabre.analytics;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostSeen;
import fr.palabre.network.Reading;
import fr.palabre.network.ReportsMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network that counts what a test tells it to. It offers no saves. */
public class CountingNetwork implements ReportsMetrics {
  public static final NetworkId NETWORK = new NetworkId("counting");
  public static final List<Metric> POST = List.of(Metric.REACTIONS, Metric.COMMENTS,
      Metric.REPOSTS, Metric.VIEWS, Metric.REACH);
  private final Map<String, Map<Metric, Long>> posts = new HashMap<>();
  private final Map<String, Long> followers = new HashMap<>();
  private @Nullable Reading<?> instead;
  public final List<List<String>> asked = new ArrayList<>();

  public void post(String id, long reactions, long comments, long reposts, long views, long reach) {
    posts.put(id, Map.of(Metric.REACTIONS, reactions, Metric.COMMENTS, comments, Metric.REPOSTS,
        reposts, Metric.VIEWS, views, Metric.REACH, reach));
  }

  public void post(String id, Map<Metric, Long> counts) {
    posts.put(id, counts);
  }

  public void withdraw(String id) {
    posts.remove(id);
  }

  public void followers(String remoteId, long count) {
    followers.put(remoteId, count);
  }

  public void answerInstead(@Nullable Reading<?> reading) {
    instead = reading;
  }

  @Override
  public NetworkId id() {
    return NETWORK;
  }

  @Override
  public String name() {
    return "Comptes";
  }

  @Override
  public String icon() {
    return "net-other";
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return new Limits(100, Limits.Unit.GRAPHEMES, null, null, false,
        new Limits.ImageRules(1, 1000, null, List.of("image/png"), 100), false, Set.of(), false);
  }

  @Override
  public Offer offer() {
    return new Offer(POST, List.of(Metric.FOLLOWERS));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Reading<Map<String, PostSeen>> postMetrics(AccountSession session, List<String> ids) {
    asked.add(ids);
    if (instead != null) return (Reading<Map<String, PostSeen>>) instead;
    var found = new HashMap<String, PostSeen>();
    ids.forEach(id -> {
      if (posts.containsKey(id)) found.put(id, new PostSeen(posts.get(id), null));
    });
    return new Reading.Read<>(found);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Reading<Map<Metric, Long>> accountMetrics(AccountSession session, Instant now) {
    if (instead != null) return (Reading<Map<Metric, Long>>) instead;
    var count = followers.get(session.account().remoteId());
    return new Reading.Read<>(count == null ? Map.of() : Map.of(Metric.FOLLOWERS, count));
  }
}
