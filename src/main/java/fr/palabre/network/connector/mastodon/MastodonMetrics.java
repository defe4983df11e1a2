package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.Metric.COMMENTS;
import static fr.palabre.network.Metric.FOLLOWERS;
import static fr.palabre.network.Metric.FOLLOWING;
import static fr.palabre.network.Metric.POSTS;
import static fr.palabre.network.Metric.QUOTES;
import static fr.palabre.network.Metric.REACTIONS;
import static fr.palabre.network.Metric.REPOSTS;
import static fr.palabre.network.connector.mastodon.MastodonApi.JSON;

import fr.palabre.network.AccountSession;
import fr.palabre.network.Metric;
import fr.palabre.network.PostSeen;
import fr.palabre.network.Reading;
import fr.palabre.network.ReportsMetrics.Offer;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Account;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Unknown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The network's counts. It knows no views, no reach and no clicks. */
final class MastodonMetrics {
  static final Offer OFFER = new Offer(
      List.of(REACTIONS, COMMENTS, REPOSTS, QUOTES), List.of(FOLLOWERS, FOLLOWING, POSTS));
  private final MastodonApi api;
  private final MastodonErrors errors;

  MastodonMetrics(MastodonApi api, MastodonErrors errors) {
    this.api = api;
    this.errors = errors;
  }

  Reading<Map<String, PostSeen>> posts(AccountSession session, List<String> ids) {
    var access = MastodonAccess.of(session);
    var left = ids.stream().distinct().toList();
    Answer<List<Status>> read = new Ok<>(List.of());
    for (int from = 0; from < left.size(); from += MastodonApi.IDS) {
      var page = left.subList(from, Math.min(left.size(), from + MastodonApi.IDS));
      read = read.then(before -> read(access, page).map(more -> with(before, more)));
    }
    return errors.reading(read.map(MastodonMetrics::seen));
  }

  Reading<Map<Metric, Long>> account(AccountSession session) {
    return errors.reading(api.account(MastodonAccess.of(session)).map(MastodonMetrics::of));
  }

  // Servers before Mastodon 4.3 and most others answer for one status at a time.
  private Answer<List<Status>> read(MastodonAccess access, List<String> ids) {
    var together = api.statuses(access, ids);
    return MastodonErrors.isGone(together)
        ? oneByOne(access, ids) : together.then(MastodonMetrics::parsed);
  }

  private Answer<List<Status>> oneByOne(MastodonAccess access, List<String> ids) {
    Answer<List<Status>> read = new Ok<>(List.of());
    for (var id : ids)
      read = read.then(before -> {
        var status = api.status(access, id);
        return MastodonErrors.isGone(status)
            ? new Ok<>(before) : status.map(it -> with(before, List.of(it)));
      });
    return read;
  }

  private static Answer<List<Status>> parsed(List<JsonNode> statuses) {
    try {
      return new Ok<>(
          statuses.stream().map(it -> JSON.treeToValue(it, Status.class)).toList());
    } catch (JacksonException e) {
      return new Unknown<>("answer is not a list of statuses");
    }
  }

  private static Map<String, PostSeen> seen(List<Status> statuses) {
    var seen = new HashMap<String, PostSeen>();
    statuses.forEach(it -> seen.put(it.id(), new PostSeen(of(it), rewritten(it))));
    return seen;
  }

  // A server renders words in its own way: they are worth comparing once it says they were edited.
  private static @Nullable String rewritten(Status status) {
    return status.editedAt() == null ? null : StatusText.of(status);
  }

  private static Map<Metric, Long> of(Status status) {
    var counts = new EnumMap<Metric, Long>(Metric.class);
    put(counts, REACTIONS, status.favouritesCount());
    put(counts, COMMENTS, status.repliesCount());
    put(counts, REPOSTS, status.reblogsCount());
    put(counts, QUOTES, status.quotesCount());
    return counts;
  }

  private static Map<Metric, Long> of(Account account) {
    var counts = new EnumMap<Metric, Long>(Metric.class);
    put(counts, FOLLOWERS, account.followersCount());
    put(counts, FOLLOWING, account.followingCount());
    put(counts, POSTS, account.statusesCount());
    return counts;
  }

  private static void put(Map<Metric, Long> counts, Metric metric, @Nullable Long count) {
    if (count != null) counts.put(metric, count);
  }

  private static <T> List<T> with(List<T> list, List<T> more) {
    var all = new ArrayList<>(list);
    all.addAll(more);
    return all;
  }
}
