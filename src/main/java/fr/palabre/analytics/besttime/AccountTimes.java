package fr.palabre.analytics.besttime;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.palabre.analytics.series.Checkpoint;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The best times of each account, from what its posts did two days after they went out. */
@Component
public class AccountTimes {
  private static final Duration YEAR = Duration.ofDays(366);
  private final Posts posts;
  private final Clock clock;

  AccountTimes(Posts posts, Clock clock) {
    this.posts = posts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Map<AccountId, BestTimes> of(WorkspaceId workspace, ZoneId zone) {
    var now = clock.instant();
    var results = posts.atAges(workspace, now.minus(YEAR), now).stream()
        .filter(a -> a.age() == Checkpoint.H48)
        .collect(toMap(Posts.AtAge::post, Posts.AtAge::interactions, (one, _) -> one));
    return posts.published(workspace, now.minus(YEAR), now).stream()
        .collect(groupingBy(KnownPost::account)).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> BestTimes.of(e.getValue().stream()
            .flatMap(p -> Optional.ofNullable(results.get(p.id())).stream()
                .map(n -> new PostResult(p.publishedAt(),
                    LocalDateTime.ofInstant(p.publishedAt(), zone), p.format(), n)))
            .toList(), now)));
  }

  /** What an account without a known post is told. */
  public static BestTimes none() {
    return new BestTimes(0, BestTimes.Level.NOT_ENOUGH, List.of(), null);
  }
}
