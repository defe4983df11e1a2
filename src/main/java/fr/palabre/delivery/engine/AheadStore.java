package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.platform.db.RowScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which posts' images go ahead of them, and what the networks call those that went. */
@Component
class AheadStore {
  /** Networks promise to keep an image that nobody sees for some minutes only. */
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final DeliveryRows rows;
  private final JsonMapper json;

  AheadStore(JdbcClient jdbc, RowScope scope, DeliveryRows rows, JsonMapper json) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.rows = rows;
    this.json = json;
  }

  /** Posts with images that are due between these instants; each is given out once. */
  List<Delivery> claim(Instant from, Instant until, Instant now, int atMost) {
    return scope.everywhere(() -> jdbc.sql("""
            with soon as (
              select d.workspace_id, d.id from delivery_delivery d
               where d.next_at > :from and d.next_at <= :until
                 and d.standing = 'SCHEDULED' and d.act = 'PUBLISH' and d.attempts = 0
                 and jsonb_array_length(d.draft -> 'images') > 0
                 and not exists (select from delivery_images_ahead a
                                  where a.workspace_id = d.workspace_id and a.delivery_id = d.id)
                 and not exists (select from delivery_freeze f
                                  where f.workspace_id = d.workspace_id and f.thawed_at is null
                                    and (f.account_id is null or f.account_id = d.account_id))
               order by d.next_at
               limit :atMost
            ), claimed as (
              insert into delivery_images_ahead (workspace_id, delivery_id, claimed_at)
              select workspace_id, id, :now from soon
              on conflict do nothing
              returning workspace_id, delivery_id
            )
            select d.* from delivery_delivery d
              join claimed c on c.workspace_id = d.workspace_id and c.delivery_id = d.id
             order by d.next_at
            """)
        .param("from", at(from))
        .param("until", at(until))
        .param("now", at(now))
        .param("atMost", atMost)
        .query((row, _) -> rows.read(row))
        .list());
  }

  void keep(Delivery d, Map<String, String> names) {
    scope.everywhere(() -> jdbc.sql("""
            update delivery_images_ahead set names = cast(:names as jsonb)
             where workspace_id = :workspace and delivery_id = :id
            """)
        .param("workspace", d.workspace().value())
        .param("id", d.id().value())
        .param("names", json.writeValueAsString(names))
        .update());
  }

  /** What the network calls this post's files, by their paths; those it may have swept away not. */
  Map<String, String> names(Delivery d, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            select names from delivery_images_ahead
             where workspace_id = :workspace and delivery_id = :id and claimed_at > :since
            """)
        .param("workspace", d.workspace().value())
        .param("id", d.id().value())
        .param("since", at(now.minus(KEPT)))
        .query((row, _) -> json.readValue(row.getString("names"), NAMES))
        .optional()
        .orElse(Map.of()));
  }

  void forgetOld(Instant now) {
    scope.everywhere(() -> jdbc.sql("delete from delivery_images_ahead where claimed_at < :before")
        .param("before", at(now.minus(FORGOTTEN)))
        .update());
  }
}
