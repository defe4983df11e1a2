package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.Metric.COMMENTS;
import static fr.palabre.network.Metric.FOLLOWERS;
import static fr.palabre.network.Metric.FOLLOWING;
import static fr.palabre.network.Metric.POSTS;
import static fr.palabre.network.Metric.QUOTES;
import static fr.palabre.network.Metric.REACTIONS;
import static fr.palabre.network.Metric.REPOSTS;
import static fr.palabre.network.Metric.SAVES;
import static java.util.stream.Collectors.toMap;

import fr.palabre.network.AccountSession;
import fr.palabre.network.Metric;
import fr.palabre.network.PostSeen;
import fr.palabre.network.Reading;
import fr.palabre.network.ReportsMetrics.Offer;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.PostView;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Profile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The network's counts. It gives no impressions and no reach. */
final class BlueskyMetrics {
  static final Offer OFFER = new Offer(
      List.of(REACTIONS, COMMENTS, REPOSTS, QUOTES, SAVES), List.of(FOLLOWERS, FOLLOWING, POSTS));
  private final BlueskyApi api;
  private final BlueskyErrors errors;

  BlueskyMetrics(BlueskyApi api, BlueskyErrors errors) {
    this.api = api;
    this.errors = errors;
  }

  Reading<Map<String, PostSeen>> posts(AccountSession session, List<String> ids) {
    var uris = ids.stream().filter(it -> AtUri.parse(it).isPresent()).distinct().toList();
    if (uris.isEmpty()) return new Reading.Read<>(Map.of());
    return errors.reading(api.posts(BlueskyAccess.of(session), uris)
        .map(found -> found.posts().stream().collect(toMap(PostView::uri, BlueskyMetrics::seen))));
  }

  Reading<Map<Metric, Long>> account(AccountSession session) {
    return errors.reading(api.profile(BlueskyAccess.of(session)).map(BlueskyMetrics::of));
  }

  // The network has no edits, but a program may put another record in the place of ours.
  private static PostSeen seen(PostView post) {
    return new PostSeen(of(post), post.record() == null ? null : post.record().text());
  }

  private static Map<Metric, Long> of(PostView post) {
    var counts = new EnumMap<Metric, Long>(Metric.class);
    put(counts, REACTIONS, post.likeCount());
    put(counts, COMMENTS, post.replyCount());
    put(counts, REPOSTS, post.repostCount());
    put(counts, QUOTES, post.quoteCount());
    put(counts, SAVES, post.bookmarkCount());
    return counts;
  }

  private static Map<Metric, Long> of(Profile profile) {
    var counts = new EnumMap<Metric, Long>(Metric.class);
    put(counts, FOLLOWERS, profile.followersCount());
    put(counts, FOLLOWING, profile.followsCount());
    put(counts, POSTS, profile.postsCount());
    return counts;
  }

  private static void put(Map<Metric, Long> counts, Metric metric, @Nullable Long count) {
    if (count != null) counts.put(metric, count);
  }
}
