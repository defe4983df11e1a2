package fr.palabre.analytics.series;

import fr.palabre.editorial.ContentPublished;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountChanged;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What comes to be measured: accounts when they are connected, posts when they go out. */
@Component
class Arrivals {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_WEEK = Duration.ofDays(7);
  private final KnownAccounts known;
  private final PostSchedule posts;
  private final Observations observations;
  private final Accounts accounts;
  private final Clock clock;

  Arrivals(KnownAccounts known, PostSchedule posts, Observations observations, Accounts accounts,
      Clock clock) {
    this.known = known;
    this.posts = posts;
    this.observations = observations;
    this.accounts = accounts;
    this.clock = clock;
  }

  @EventListener
  void on(AccountChanged change) {
    if (change.standing() == Standing.CONNECTED) know(change.workspace(), change.account());
    else if (change.standing() == Standing.REMOVED)
      known.leave(change.workspace(), change.account());
  }

  @EventListener
  void on(ContentPublished post) {
    var workspace = post.workspace();
    if (known.find(workspace, post.account()).isEmpty()) know(workspace, post.account());
    var followers = observations.followers(
        workspace, post.account(), post.at(), post.at().minus(A_DAY));
    boolean early = posts.beginner(workspace, post.at().minus(A_WEEK));
    posts.add(new NewPost(workspace, Ids.next(), post.account(), post.network(), post.remoteId(),
        post.content().value(), post.permalink() == null ? null : post.permalink().toString(),
        post.excerpt(), PostFormat.of(post.images(), post.link()), post.at(),
        followers.orElse(null), early));
    if (followers.isEmpty()) soon(workspace, post.account(), clock.instant());
  }

  private void know(WorkspaceId workspace, AccountId id) {
    var account = accounts.account(workspace, id);
    var offer = accounts.can(account, ReportsMetrics.class)
        ? ((ReportsMetrics) accounts.connector(account.network())).offer()
        : null;
    known.know(account, offer, clock.instant());
  }

  /** Its number of followers is wanted while the post is fresh. */
  private void soon(WorkspaceId workspace, AccountId account, Instant now) {
    known.find(workspace, account)
        .filter(a -> a.nextReadAt() != null && a.nextReadAt().isAfter(now))
        .ifPresent(a -> known.schedule(workspace, account, now, a.tries()));
  }
}
