package fr.palabre.community.web;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.platform.web.api.Paging;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people met, the latest first: their ids sort by when they were met. */
@Component
class PersonLines {
  private final JdbcClient jdbc;

  PersonLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PersonLine> rows(Member me, Paging paging) {
    return jdbc.sql("""
            select id, name, first_seen_at from community_person
             where workspace_id = :workspace and (:after::uuid is null or id < :after)
             order by id desc
             limit :rows
            """)
        .param("workspace", me.tenant())
        .param("after", paging.after(cursor -> cursor.uuid(0)))
        .param("rows", paging.rows())
        .query((row, _) -> new PersonLine(uuid(row, "id"), row.getString("name"),
            instant(row, "first_seen_at").atZone(me.zone()).toOffsetDateTime()))
        .list();
  }
}
