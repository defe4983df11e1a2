package fr.palabre.inbox.web;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.inbox.Conversation;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.web.Line.Decided;
import fr.palabre.inbox.web.Line.Noted;
import fr.palabre.inbox.web.Line.Said;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A thread as it is read: the post, what was said, noted and decided. */
@Component
@Transactional(readOnly = true)
class ThreadStore {
  private final JdbcClient jdbc;

  ThreadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PostView> post(Member me, Conversation c) {
    if (c.postId() == null) return Optional.empty();
    return jdbc.sql("""
            select text, permalink, at, likes, shares, removed_at is not null removed
              from inbox_post
             where workspace_id = :workspace and account_id = :account and remote_id = :post
            """)
        .param("workspace", me.tenant())
        .param("account", c.account().value())
        .param("post", c.postId())
        .query((row, _) -> new PostView(row.getString("text"), row.getString("permalink"),
            instantOrNull(row, "at"), row.getInt("likes"), row.getInt("shares"),
            row.getBoolean("removed")))
        .optional();
  }

  /** The newest lines, oldest of them first. */
  List<Line> lines(Member me, ConversationId id, int most, int readUpTo) {
    var lines = new ArrayList<Line>(said(me, id, most, readUpTo));
    lines.addAll(noted(me, id));
    lines.addAll(decided(me, id));
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  Optional<Said> said(Member me, UUID message) {
    var before = Map.<UUID, List<String>>of();
    return jdbc.sql("select * from inbox_message where workspace_id = :workspace and id = :id")
        .param("workspace", me.tenant()).param("id", message)
        .query((row, _) -> said(row, before, Integer.MAX_VALUE))
        .optional();
  }

  private List<Said> said(Member me, ConversationId id, int most, int readUpTo) {
    var before = before(me, id);
    return jdbc.sql("""
            select *
              from inbox_message
             where workspace_id = :workspace and conversation_id = :id
             order by at desc
             limit :most
            """)
        .param("workspace", me.tenant())
        .param("id", id.value())
        .param("most", most)
        .query((row, _) -> said(row, before, readUpTo))
        .list();
  }

  private Map<UUID, List<String>> before(Member me, ConversationId id) {
    return jdbc.sql("""
            select r.message_id, r.text
              from inbox_message m
              join inbox_revision r on r.workspace_id = m.workspace_id and r.message_id = m.id
             where m.workspace_id = :workspace and m.conversation_id = :id
               and m.edited_at is not null
             order by r.replaced_at
            """)
        .param("workspace", me.tenant()).param("id", id.value())
        .query((row, _) -> Map.entry(uuid(row, "message_id"), row.getString("text")))
        .list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private List<Noted> noted(Member me, ConversationId id) {
    return jdbc.sql("""
            select text, by_name, at
              from inbox_note
             where workspace_id = :workspace and conversation_id = :id
             order by at desc
             limit 100
            """)
        .param("workspace", me.tenant()).param("id", id.value())
        .query((row, _) -> new Noted(row.getString("text"), row.getString("by_name"),
            instant(row, "at")))
        .list();
  }

  private List<Decided> decided(Member me, ConversationId id) {
    return jdbc.sql("""
            select kind, detail, by_name, at, undone_at is not null undone
              from inbox_act
             where workspace_id = :workspace and conversation_id = :id
             order by at desc
             limit 100
            """)
        .param("workspace", me.tenant()).param("id", id.value())
        .query((row, _) -> new Decided(row.getString("kind"), row.getString("detail"),
            row.getString("by_name"), instant(row, "at"), row.getBoolean("undone")))
        .list();
  }

  private static Said said(ResultSet row, Map<UUID, List<String>> before, int readUpTo)
      throws SQLException {
    var id = uuid(row, "id");
    return new Said(id, row.getBoolean("ours"), row.getString("author_name"),
        row.getString("author_handle"), row.getObject("user_id") != null, row.getString("text"),
        row.getString("permalink"), texts(row.getArray("media")), instant(row, "at"),
        row.getObject("edited_at") != null, row.getObject("deleted_at") != null,
        before.getOrDefault(id, List.of()), row.getString("state"), row.getString("refusal"),
        row.getString("refusal_words"), row.getInt("likes"), row.getString("liked"),
        row.getInt("version") > readUpTo);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
