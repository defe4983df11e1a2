package fr.palabre.publishing;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.Rewriting.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of posts that were changed on their network. */
@Component
class RewritingStore {
  private final JdbcClient jdbc;

  RewritingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Rewriting> find(WorkspaceId workspace, PostId post) {
    return jdbc.sql("""
            select * from publishing_rewritten where workspace_id = :workspace and post_id = :post
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .query((row, _) -> rewriting(row))
        .optional();
  }

  /** Those nothing was decided about, of posts that are still out; latest first. */
  List<Rewriting> open(WorkspaceId workspace, int atMost) {
    return jdbc.sql("""
            select r.* from publishing_rewritten r
              join publishing_post p on p.workspace_id = r.workspace_id and p.id = r.post_id
             where r.workspace_id = :workspace and r.answer is null
               and p.state = 'OUT' and p.gone_at is null
             order by r.seen_at desc
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("atMost", atMost)
        .query((row, _) -> rewriting(row))
        .list();
  }

  List<Rewriting> among(WorkspaceId workspace, Collection<ScheduledPost> posts) {
    return jdbc.sql("""
            select * from publishing_rewritten
             where workspace_id = :workspace and post_id = any(:posts)
            """)
        .param("workspace", workspace.value())
        .param("posts", posts.stream().map(p -> p.id().value()).toArray(UUID[]::new))
        .query((row, _) -> rewriting(row))
        .list();
  }

  /** Words read again as they were keep what was decided about them. */
  void seen(WorkspaceId workspace, PostId post, String words, Instant now) {
    jdbc.sql("""
            insert into publishing_rewritten (workspace_id, post_id, words, seen_at)
            values (:workspace, :post, :words, :now)
            on conflict (workspace_id, post_id) do update
               set words = excluded.words, seen_at = excluded.seen_at,
                   answer = null, answered_at = null
             where publishing_rewritten.words <> excluded.words
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("words", words)
        .param("now", at(now))
        .update();
  }

  void forget(WorkspaceId workspace, PostId post) {
    jdbc.sql("""
            delete from publishing_rewritten where workspace_id = :workspace and post_id = :post
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .update();
  }

  /** @return false if there is none, or somebody decided meanwhile */
  boolean answer(WorkspaceId workspace, PostId post, Answer answer, Instant now) {
    return jdbc.sql("""
            update publishing_rewritten set answer = :answer, answered_at = :now
             where workspace_id = :workspace and post_id = :post and answer is null
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("answer", answer.name())
        .param("now", at(now))
        .update() == 1;
  }

  void ask(WorkspaceId workspace, PostId post) {
    jdbc.sql("""
            update publishing_rewritten set answer = null, answered_at = null
             where workspace_id = :workspace and post_id = :post
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .update();
  }

  private static Rewriting rewriting(ResultSet row) throws SQLException {
    var answer = row.getString("answer");
    return new Rewriting(new PostId(uuid(row, "post_id")), row.getString("words"),
        instant(row, "seen_at"), answer == null ? null : Answer.valueOf(answer),
        instantOrNull(row, "answered_at"));
  }
}
