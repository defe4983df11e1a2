package fr.palabre.inbox.web;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.inbox.web.InboxQuery.Cursor;
import fr.palabre.inbox.web.ListRow.Piece;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words searched in all that was said, newest first, one row a conversation. Accents and case do
 * not matter; where nothing has the last word, it is taken for the beginning of one; quotes hold
 * words together and a minus excludes one.
 */
@Component
@Transactional(readOnly = true)
class SearchStore {
  private static final int HITS = 200;
  /** As many as the database puts in order at once. */
  private static final int MATCHES = 6000;
  private static final Pattern UNFINISHED = Pattern.compile("[^\"]*[\\p{L}\\p{N}]{3,}");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);
  // As it was typed, or with its last word open-ended.
  private static final String QUERY = """
      (select case when :open and numnode(q) > 0 then (q::text || ':*')::tsquery else q end
         from websearch_to_tsquery('palabre_fr', :words) q)""";
  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ListPage page(Member me, InboxQuery query) {
    return page(me, query, ListPage.SIZE);
  }

  ListPage page(Member me, InboxQuery query, int size) {
    var hits = hits(query, false);
    var open = hits.isEmpty() && UNFINISHED.matcher(query.words()).matches();
    if (open) hits = hits(query, true);
    var newest = new LinkedHashMap<UUID, Hit>();
    hits.forEach(hit -> newest.putIfAbsent(hit.conversation(), hit));
    var rows = rows(me, query, newest, open, size + 1);
    var tooMany = hits.stream().anyMatch(hit -> hit.matches() >= MATCHES);
    if (rows.size() > size) {
      var shown = rows.subList(0, size);
      var last = newest.get(shown.getLast().id().value());
      return new ListPage(List.copyOf(shown), last == null ? null : last.cursor(), tooMany);
    }
    var further = hits.size() < HITS ? null : hits.getLast().cursor();
    return new ListPage(rows, further, tooMany);
  }

  private List<Hit> hits(InboxQuery query, boolean open) {
    return jdbc.sql("select message_id, conversation_id, at, matches from inbox_search("
            + QUERY + ", :at, :id, :hits)")
        .param("words", query.words())
        .param("open", open)
        .param("at", at(query.cursor().map(Hit::instantOf).orElse(LATEST)))
        .param("id", query.cursor().map(Cursor::id).orElse(LAST))
        .param("hits", HITS)
        .query((row, _) -> new Hit(uuid(row, "message_id"), uuid(row, "conversation_id"),
            instant(row, "at"), row.getInt("matches")))
        .list();
  }

  // The words found are marked in the rows shown only: marking reads the whole text again.
  private List<ListRow> rows(Member me, InboxQuery query, Map<UUID, Hit> newest,
      boolean open, int limit) {
    var filter = new ListFilter(me, query);
    return jdbc.sql("select " + ListStore.FIELDS + ", ts_headline('palabre_fr', c.text, " + QUERY
        + """
            , 'MaxWords=24, MinWords=12, StartSel=\u0001, StopSel=\u0002') found
              from (select c.*, m.text, m.at hit_at, m.id hit_id
                      from inbox_message m
                      join inbox_conversation c
                        on c.workspace_id = m.workspace_id and c.id = m.conversation_id
                     where m.workspace_id = :workspace and m.id = any(:messages)
            """ + filter.sql() + """

                     order by m.at desc, m.id desc
                     limit :limit) c
             order by c.hit_at desc, c.hit_id desc
            """)
        .param("workspace", me.tenant())
        .param("words", query.words())
        .param("open", open)
        .param("messages", newest.values().stream().map(Hit::message).toArray(UUID[]::new))
        .param("limit", limit)
        .params(filter.parameters())
        .query((row, _) -> ListStore.row(row, pieces(row.getString("found"))))
        .list();
  }

  static List<Piece> pieces(String found) {
    var pieces = new ArrayList<Piece>();
    for (var part : found.split("\u0001", -1)) {
      var end = part.indexOf('\u0002');
      if (end >= 0) pieces.add(new Piece(part.substring(0, end), true));
      var rest = part.substring(end + 1);
      if (!rest.isEmpty()) pieces.add(new Piece(rest, false));
    }
    return pieces;
  }

  /** A message that matches. */
  private record Hit(UUID message, UUID conversation, Instant at, int matches) {
    Cursor cursor() {
      return new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, at), message);
    }

    static Instant instantOf(Cursor cursor) {
      return Instant.EPOCH.plus(cursor.number(), ChronoUnit.MICROS);
    }
  }
}
