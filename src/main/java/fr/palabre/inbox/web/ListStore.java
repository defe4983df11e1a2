package fr.palabre.inbox.web;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.web.InboxQuery.Cursor;
import fr.palabre.inbox.web.ListRow.Piece;
import fr.palabre.network.Inbound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages of conversations: one walk along one index, however many there are. */
@Component
@Transactional(readOnly = true)
class ListStore {
  static final String FIELDS = """
      c.id, c.network, c.kind, c.author_name, c.excerpt, c.last_at, c.waiting_since, c.unanswered,
      c.closed_at is not null closed, c.assignee_id, c.assignee_name, c.reply_state, c.version,
      c.place""";
  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ListPage page(Member me, InboxQuery query) {
    var rows = rows(me, query, query.cursor(), ListPage.SIZE + 1);
    if (rows.size() <= ListPage.SIZE) return new ListPage(rows, null, false);
    var shown = rows.subList(0, ListPage.SIZE);
    var last = shown.getLast();
    return new ListPage(List.copyOf(shown), new Cursor(last.place(), last.id().value()), false);
  }

  /** The first row of the view after that place, but for those just acted upon. */
  Optional<ConversationId> next(Member me, InboxQuery query, Cursor after,
      Collection<ConversationId> butFor) {
    var page = query.start();
    return rows(me, page, Optional.of(after), butFor.size() + 1).stream()
        .map(ListRow::id).filter(id -> !butFor.contains(id)).findFirst()
        .or(() -> rows(me, page, Optional.empty(), butFor.size() + 1).stream()
            .map(ListRow::id).filter(id -> !butFor.contains(id)).findFirst());
  }

  List<ListRow> rows(Member me, Collection<ConversationId> ids) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql("select " + FIELDS + """

              from inbox_conversation c
             where c.workspace_id = :workspace and c.id = any(:ids)
            """)
        .param("workspace", me.tenant())
        .param("ids", ids.stream().map(ConversationId::value).toArray(UUID[]::new))
        .query((row, _) -> row(row))
        .list();
  }

  Counts counts(Member me) {
    return jdbc.sql("""
            select (select count(*) from (select 1 from inbox_conversation
                     where workspace_id = :workspace and place < 10000000000000
                     limit :most) n) to_answer,
                   (select count(*) from (select 1 from inbox_conversation
                     where workspace_id = :workspace and assignee_id = :me
                       and place < 20000000000000
                     limit :most) n) mine,
                   (select count(*) from (select 1 from inbox_conversation
                     where workspace_id = :workspace and place >= 10000000000000
                       and place < 20000000000000
                     limit :most) n) waiting
            """)
        .param("workspace", me.tenant())
        .param("me", me.userId())
        .param("most", Counts.MOST)
        .query((row, _) -> new Counts(row.getInt("to_answer"), row.getInt("mine"),
            row.getInt("waiting")))
        .single();
  }

  List<ListRow> rows(Member me, InboxQuery query, Optional<Cursor> after, int limit) {
    var filter = new ListFilter(me, query);
    var sql = new StringBuilder("select ").append(FIELDS)
        .append(" from inbox_conversation c where c.workspace_id = :workspace")
        .append(filter.sql());
    if (after.isPresent()) sql.append(" and (c.place, c.id) > (:place, :after)");
    // The limit in figures: with it unknown, PostgreSQL would plan anew each time.
    var statement = jdbc.sql(sql.append(" order by c.place, c.id limit ").append(limit).toString())
        .param("workspace", me.tenant())
        .params(filter.parameters());
    if (after.isPresent())
      statement = statement.param("place", after.get().number()).param("after", after.get().id());
    return statement.query((row, _) -> row(row)).list();
  }

  static ListRow row(ResultSet row) throws SQLException {
    return row(row, List.of(new Piece(row.getString("excerpt"), false)));
  }

  static ListRow row(ResultSet row, List<Piece> excerpt) throws SQLException {
    return new ListRow(new ConversationId(uuid(row, "id")), row.getString("network"),
        Inbound.Kind.valueOf(row.getString("kind")), row.getString("author_name"), excerpt,
        instant(row, "last_at"), instantOrNull(row, "waiting_since"), row.getInt("unanswered"),
        row.getBoolean("closed"), uuidOrNull(row, "assignee_id"), row.getString("assignee_name"),
        row.getString("reply_state"), row.getInt("version"), row.getLong("place"));
  }
}
