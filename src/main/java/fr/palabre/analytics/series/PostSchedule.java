package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which posts are read when. */
@Component
class PostSchedule {
  /** Missing so many readings running, a post is taken for gone and no longer asked for. */
  private static final int GONE_AFTER = 3;
  private final JdbcClient jdbc;
  private final Turns turns;

  PostSchedule(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.turns = new Turns(jdbc, "analytics_post", "id");
  }

  /** Once a post: told twice, it is known once. */
  boolean add(NewPost post) {
    return 1 == jdbc.sql("""
            insert into analytics_post (workspace_id, id, account_id, network, remote_id,
                content_id, permalink, excerpt, format, published_at, followers_at_publication,
                early, next_read_at)
            values (:workspace, :id, :account, :network, :remote, :content, :permalink, :excerpt,
                :format, :published, :followers, :early, :next)
            on conflict do nothing
            """)
        .param("workspace", post.workspace().value())
        .param("id", post.id())
        .param("account", post.account().value())
        .param("network", post.network().value())
        .param("remote", post.remoteId())
        .param("content", post.content())
        .param("permalink", post.permalink())
        .param("excerpt", post.excerpt())
        .param("format", post.format().name())
        .param("published", at(post.publishedAt()))
        .param("followers", post.followers())
        .param("early", post.early())
        .param("next", atOrNull(
            Checkpoint.next(post.publishedAt(), post.publishedAt(), post.early())))
        .update();
  }

  /**
   * Whether this brand published so lately for the first time that it has hardly any figures. Its
   * first post is asked for: asked for one older, the database may read all of a young brand's.
   */
  boolean beginner(WorkspaceId workspace, Instant before) {
    return jdbc.sql("""
            select coalesce((select published_at from analytics_post
                              where workspace_id = :workspace
                              order by published_at limit 1) >= :before, true)
            """)
        .param("workspace", workspace.value())
        .param("before", at(before))
        .query(Boolean.class)
        .single();
  }

  List<DuePost> claimDue(Instant now, int limit) {
    return turns.claimDue(now, limit, PostSchedule::row);
  }

  /** The posts whose counters still move: read again when the day of their account closes. */
  List<DuePost> young(WorkspaceId workspace, AccountId account, Instant since) {
    return jdbc.sql("""
            select * from analytics_post
             where workspace_id = :workspace and account_id = :account and published_at >= :since
               and absences < :gone
             order by published_at
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("since", at(since))
        .param("gone", GONE_AFTER)
        .query(PostSchedule::row)
        .list();
  }

  void schedule(DuePost post, @Nullable Instant next, int tries) {
    turns.schedule(post.workspace(), post.id(), next, tries);
  }

  /** Its last counters stay; once is not enough to call it gone for good. */
  void absent(DuePost post, Instant now) {
    jdbc.sql("""
            update analytics_post
               set absences = absences + 1, gone_at = coalesce(gone_at, :now),
                   next_read_at = case when absences + 1 < :gone then next_read_at end
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", post.workspace().value())
        .param("id", post.id())
        .param("now", at(now))
        .param("gone", GONE_AFTER)
        .update();
  }

  /** Rebuilds the counters of these posts from what was last observed of each. */
  void refresh(WorkspaceId workspace, List<UUID> posts, Instant now) {
    jdbc.sql("""
            with last as (
              select distinct on (subject_id, metric) subject_id, metric, value
                from analytics_observation
               where workspace_id = :workspace and subject_id = any(:posts) and value is not null
               order by subject_id, metric, at desc
            ), counters as (
              select subject_id,
                     max(value) filter (where metric = 'REACTIONS') as reactions,
                     max(value) filter (where metric = 'COMMENTS') as comments,
                     sum(value) filter (where metric in ('SHARES', 'REPOSTS', 'QUOTES')) as shares,
                     max(value) filter (where metric = 'SAVES') as saves,
                     sum(value) filter (where metric in
                       ('REACTIONS', 'COMMENTS', 'SHARES', 'REPOSTS', 'QUOTES', 'SAVES')) as all_,
                     coalesce(max(value) filter (where metric = 'VIEWS'),
                       max(value) filter (where metric = 'IMPRESSIONS')) as displays,
                     max(value) filter (where metric = 'REACH') as reach,
                     max(value) filter (where metric = 'LINK_CLICKS') as clicks
                from last group by subject_id)
            update analytics_post p
               set reactions = c.reactions, comments = c.comments, shares = c.shares,
                   saves = c.saves, interactions = c.all_, displays = c.displays, reach = c.reach,
                   link_clicks = c.clicks, read_at = :now, absences = 0, gone_at = null
              from counters c
             where p.workspace_id = :workspace and p.id = c.subject_id
            """)
        .param("workspace", workspace.value())
        .param("posts", posts.toArray(UUID[]::new))
        .param("now", at(now))
        .update();
  }

  /** Gives the posts of the last day the number of followers that was not known when they left. */
  void completeFollowers(WorkspaceId workspace, AccountId account, long followers, Instant since) {
    jdbc.sql("""
            update analytics_post set followers_at_publication = :followers
             where workspace_id = :workspace and account_id = :account
               and followers_at_publication is null and published_at >= :since
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("followers", followers)
        .param("since", at(since))
        .update();
  }

  private static DuePost row(ResultSet row, int n) throws SQLException {
    return new DuePost(new WorkspaceId(uuid(row, "workspace_id")), uuid(row, "id"),
        new AccountId(uuid(row, "account_id")), row.getString("remote_id"),
        instant(row, "published_at"), row.getBoolean("early"), instantOrNull(row, "read_at"),
        row.getInt("tries"), row.getInt("absences"));
  }
}
