package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came in since a page was shown. Ids follow the clock, so the newest are the last. */
@Component
@Transactional(readOnly = true)
class PulseStore {
  private static final int MOST = 100;
  private final JdbcClient jdbc;

  PulseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Nullable UUID newest(Member me) {
    return jdbc.sql("select id from inbox_message where workspace_id = :workspace "
            + "order by id desc limit 1")
        .param("workspace", me.tenant())
        .query(UUID.class).optional().orElse(null);
  }

  /** Messages of the public since then that the query would show; a hundred stands for more. */
  int since(Member me, InboxQuery query, @Nullable UUID newest) {
    var filter = new ListFilter(me, query);
    return jdbc.sql("""
            select count(*)
              from (select conversation_id
                      from inbox_message
                     where workspace_id = :workspace and id > :newest and not ours
                     order by id
                     limit :most) m
              join inbox_conversation c
                on c.workspace_id = :workspace and c.id = m.conversation_id
             where true
            """ + filter.sql())
        .param("workspace", me.tenant())
        .param("newest", Optional.ofNullable(newest).orElse(new UUID(0, 0)))
        .param("most", MOST)
        .params(filter.parameters())
        .query(Integer.class).single();
  }
}
