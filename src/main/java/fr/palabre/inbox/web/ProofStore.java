package fr.palabre.inbox.web;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.Member;
import fr.palabre.network.DialogueFigures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts every message received in a period by what became of it. */
@Component
@Transactional(readOnly = true)
class ProofStore {
  private final JdbcClient jdbc;
  private final DialogueFigures figures;

  ProofStore(JdbcClient jdbc, DialogueFigures figures) {
    this.jdbc = jdbc;
    this.figures = figures;
  }

  Proof proof(Member me, int days, Instant from, Instant to) {
    var counts = counts(me, from, to);
    var decided = new TreeMap<String, Long>();
    counts.forEach((what, n) -> {
      if (what.startsWith("DECIDED ")) decided.put(what.substring(8), n);
    });
    return new Proof(days, counts.getOrDefault("ANSWERED", 0L), decided,
        counts.getOrDefault("ON_ITS_WAY", 0L), counts.getOrDefault("OWNED", 0L),
        counts.getOrDefault("ORPHAN", 0L), figures.of(me.workspaceId(), from, to));
  }

  private Map<String, Long> counts(Member me, Instant from, Instant to) {
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql("""
            select case when t.outcome = 'ANSWERED' then 'ANSWERED'
                        when t.outcome = 'DECIDED' then 'DECIDED ' || coalesce(t.reason, 'CLOSED')
                        when c.turn_id is distinct from t.id then 'ON_ITS_WAY'
                        when c.assignee_id is not null then 'OWNED'
                        else 'ORPHAN' end what,
                   sum(t.messages) n
              from inbox_turn t
              left join inbox_conversation c
                on t.outcome is null and c.workspace_id = t.workspace_id
               and c.id = t.conversation_id
             where t.workspace_id = :workspace and t.started_at >= :from and t.started_at < :to
             group by 1
            """)
        .param("workspace", me.tenant())
        .param("from", at(from))
        .param("to", at(to))
        .query(row -> {
          counts.put(row.getString("what"), row.getLong("n"));
        });
    return counts;
  }
}
