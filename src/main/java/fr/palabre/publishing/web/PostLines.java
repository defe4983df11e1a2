package fr.palabre.publishing.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.publishing.PostState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which scheduled posts a page of the API shows: the latest planned first. */
@Component
class PostLines {
  private final JdbcClient jdbc;

  PostLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Their ids, which sort by when they were put on the schedule. */
  List<UUID> ids(Member me, @Nullable PostState state, @Nullable ContentId content,
      Paging paging) {
    return jdbc.sql("""
            select id from publishing_post
             where workspace_id = :workspace
               and (:state::text is null or state = :state)
               and (:content::uuid is null or content_id = :content)
               and (:after::uuid is null or id < :after)
             order by id desc
             limit :rows
            """)
        .param("workspace", me.tenant())
        .param("state", state == null ? null : state.name())
        .param("content", content == null ? null : content.value())
        .param("after", paging.after(cursor -> cursor.uuid(0)))
        .param("rows", paging.rows())
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }
}
