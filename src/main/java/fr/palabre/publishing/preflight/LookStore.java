package fr.palabre.publishing.preflight;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.preflight.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When posts are looked over, and what was found. */
@Component
class LookStore {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private final JdbcClient jdbc;

  LookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes some to look over; whoever dies over them leaves them to the next after a while. */
  Map<WorkspaceId, List<PostId>> claim(Instant now, int atMost) {
    return jdbc.sql("""
            update publishing_post p set look_at = :later
              from (select workspace_id, id from publishing_post
                     where state = 'WAITING' and look_at <= :now
                     order by look_at
                     limit :atMost
                       for update skip locked) due
             where p.workspace_id = due.workspace_id and p.id = due.id
            returning p.workspace_id, p.id
            """)
        .param("later", at(now.plus(LEASE)))
        .param("now", at(now))
        .param("atMost", atMost)
        .query((row, _) -> Map.entry(new WorkspaceId(uuid(row, "workspace_id")),
            new PostId(uuid(row, "id"))))
        .list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Keeps what was found, and when to look next: a day before, then an hour before. */
  void looked(WorkspaceId workspace, PostId post, List<Finding> findings, Instant now) {
    jdbc.sql("""
            update publishing_post
               set look_at = case when due_at - interval '24 hours' > :now
                                    then due_at - interval '24 hours'
                                  when due_at - interval '1 hour' > :now
                                    then due_at - interval '1 hour' end
             where workspace_id = :workspace and id = :post
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("now", at(now))
        .update();
    jdbc.sql("delete from publishing_finding where workspace_id = :workspace and post_id = :post")
        .param("workspace", workspace.value())
        .param("post", post.value())
        .update();
    findings.stream().distinct().forEach(f -> write(workspace, post, f, now));
  }

  private void write(WorkspaceId workspace, PostId post, Finding finding, Instant now) {
    jdbc.sql("""
            insert into publishing_finding (workspace_id, post_id, kind, detail, found_at)
            values (:workspace, :post, :kind, :detail, :now)
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("kind", finding.kind().name())
        .param("detail", finding.detail())
        .param("now", at(now))
        .update();
  }

  /** What was found about an account's posts may hold no longer. */
  void again(WorkspaceId workspace, AccountId account, Instant now) {
    jdbc.sql("""
            update publishing_post p set look_at = :now
             where workspace_id = :workspace and account_id = :account and state = 'WAITING'
               and exists (select from publishing_finding f
                            where f.workspace_id = p.workspace_id and f.post_id = p.id)
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("now", at(now))
        .update();
  }

  /** Of posts that still wait, the soonest first. */
  Map<PostId, List<Finding>> findings(WorkspaceId workspace, int atMost) {
    return jdbc.sql("""
            select f.post_id, f.kind, f.detail
              from publishing_finding f
              join publishing_post p on p.workspace_id = f.workspace_id and p.id = f.post_id
             where f.workspace_id = :workspace and p.state = 'WAITING'
             order by p.due_at, f.post_id, f.kind
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("atMost", atMost)
        .query((row, _) -> Map.entry(new PostId(uuid(row, "post_id")),
            new Finding(Kind.valueOf(row.getString("kind")), row.getString("detail"))))
        .list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<Finding> findings(WorkspaceId workspace, PostId post) {
    return jdbc.sql("""
            select f.kind, f.detail
              from publishing_finding f
              join publishing_post p on p.workspace_id = f.workspace_id and p.id = f.post_id
             where f.workspace_id = :workspace and f.post_id = :post and p.state = 'WAITING'
             order by f.kind, f.detail
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .query((row, _) -> new Finding(Kind.valueOf(row.getString("kind")),
            row.getString("detail")))
        .list();
  }

  boolean any(WorkspaceId workspace) {
    return jdbc.sql("""
            select exists (
              select from publishing_finding f
                join publishing_post p on p.workspace_id = f.workspace_id and p.id = f.post_id
               where f.workspace_id = :workspace and p.state = 'WAITING')
            """)
        .param("workspace", workspace.value())
        .query(Boolean.class)
        .single();
  }
}
