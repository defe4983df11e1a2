package fr.palabre.network.connector.village;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.network.RawEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the village remembers. Each statement is bound to one brand's account there. */
@Component
class VillageStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  VillageStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The brand's own place there; made the first time somebody asks. */
  Household household(Place place, String name, Instant openedAt, Instant firstVisit) {
    sql("""
        insert into network_village_account (workspace_id, handle, name, opened_at, next_visit_at)
        values (:workspace, :handle, :name, :opened, :visit) on conflict do nothing
        """, place)
        .param("name", name).param("opened", at(openedAt)).param("visit", at(firstVisit))
        .update();
    return household(place);
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if it was never entered */
  Household household(Place place) {
    return sql("""
        select name, opened_at, visits, next_visit_at from network_village_account
         where workspace_id = :workspace and handle = :handle
        """, place)
        .query((row, _) -> new Household(row.getString("name"), instant(row, "opened_at"),
            row.getInt("visits"), instant(row, "next_visit_at")))
        .single();
  }

  void visited(Place place, int visits, Instant next) {
    sql("""
        update network_village_account set visits = :visits, next_visit_at = :next
         where workspace_id = :workspace and handle = :handle
        """, place)
        .param("visits", visits).param("next", at(next)).update();
  }

  /** @return whether it is new */
  boolean write(Place place, VillageMessage message) {
    return sql("""
        insert into network_village_message (workspace_id, handle, id, author, kind, body, images,
                                             parent_id, root_id, intent, depth, at)
        values (:workspace, :handle, :id, :author, :kind, :body, :images, :parent, :root, :intent,
                :depth, :at)
        on conflict do nothing
        """, place)
        .param("id", message.id())
        .param("author", message.author())
        .param("kind", message.kind().name())
        .param("body", message.body())
        .param("images", message.images())
        .param("parent", message.parentId())
        .param("root", message.rootId())
        .param("intent", message.intent() == null ? null : message.intent().name())
        .param("depth", message.depth())
        .param("at", at(message.at()))
        .update() == 1;
  }

  void plan(Place place, VillageEvent event) {
    sql("""
        insert into network_village_event (workspace_id, handle, at, id, revision, kind, about,
                                           payload)
        values (:workspace, :handle, :at, :id, :revision, :kind, :about, :payload)
        on conflict do nothing
        """, place)
        .param("at", at(event.at()))
        .param("id", event.id())
        .param("revision", event.revision())
        .param("kind", event.kind())
        .param("about", event.about())
        .param("payload", json.writeValueAsString(event.what()))
        .update();
  }

  /** What can be seen at that hour, and is still there. */
  Optional<VillageMessage> message(Place place, String id, Instant now) {
    return sql("""
        select * from network_village_message
         where workspace_id = :workspace and handle = :handle and id = :id
           and at <= :now and (deleted_at is null or deleted_at > :now)
        """, place)
        .param("id", id).param("now", at(now))
        .query((row, _) -> message(row)).optional();
  }

  /** Whether it was ever written, even if it is gone. */
  boolean knows(Place place, String id) {
    return sql("""
        select count(*) from network_village_message
         where workspace_id = :workspace and handle = :handle and id = :id
        """, place)
        .param("id", id).query(Long.class).single() > 0;
  }

  /** Its author will take it back at that hour. */
  void vanishes(Place place, String id, Instant at) {
    sql("""
        update network_village_message set deleted_at = :at
         where workspace_id = :workspace and handle = :handle and id = :id
        """, place)
        .param("id", id).param("at", at(at)).update();
  }

  void change(Place place, String id, String body, Instant now) {
    sql("""
        update network_village_message set body = :body, changed_at = :now
         where workspace_id = :workspace and handle = :handle and id = :id
        """, place)
        .param("id", id).param("body", body).param("now", at(now)).update();
  }

  /** Takes a message away, with all that people would still have said about it. */
  void delete(Place place, String id, Instant now) {
    sql("""
        update network_village_message set deleted_at = :now
         where workspace_id = :workspace and handle = :handle and id = :id
           and author is null and deleted_at is null
        """, place)
        .param("id", id).param("now", at(now)).update();
    sql("""
        delete from network_village_event
         where workspace_id = :workspace and handle = :handle and about = :id and at > :now
        """, place)
        .param("id", id).param("now", at(now)).update();
    sql("""
        delete from network_village_message
         where workspace_id = :workspace and handle = :handle and root_id = :id and at > :now
        """, place)
        .param("id", id).param("now", at(now)).update();
  }

  void like(Place place, String id, @Nullable Instant at) {
    sql("""
        update network_village_message set liked_at = cast(:at as timestamptz)
         where workspace_id = :workspace and handle = :handle and id = :id
        """, place)
        .param("id", id).param("at", at == null ? null : at(at)).update();
  }

  /** The account and thread of a public message of this brand, whichever of its accounts has it. */
  Optional<Square> thread(UUID workspace, String id, Instant now) {
    return jdbc.sql("""
            select handle, root_id from network_village_message
             where workspace_id = :workspace and id = :id and kind <> 'DIRECT' and at <= :now
               and (deleted_at is null or deleted_at > :now)
            """)
        .param("workspace", workspace).param("id", id).param("now", at(now))
        .query((row, _) -> new Square(new Place(workspace, row.getString("handle")),
            row.getString("root_id")))
        .optional();
  }

  /** What can be read under a post at that hour, the post first. */
  List<VillageMessage> said(Square thread, Instant now) {
    return sql("""
        select * from network_village_message
         where workspace_id = :workspace and handle = :handle and root_id = :root and at <= :now
           and (deleted_at is null or deleted_at > :now)
         order by at limit 200
        """, thread.place())
        .param("root", thread.rootId()).param("now", at(now))
        .query((row, _) -> message(row)).list();
  }

  /** When the brand wrote, since then; oldest first. */
  List<Instant> writtenSince(Place place, Instant since) {
    return sql("""
        select at from network_village_message
         where workspace_id = :workspace and handle = :handle and author is null and at > :since
         order by at
        """, place)
        .param("since", at(since)).query((row, _) -> instant(row, "at")).list();
  }

  long posts(Place place, Instant now) {
    return sql("""
        select count(*) from network_village_message
         where workspace_id = :workspace and handle = :handle and author is null
           and kind <> 'DIRECT' and at <= :now and (deleted_at is null or deleted_at > :now)
        """, place)
        .param("now", at(now)).query(Long.class).single();
  }

  long answers(Place place, String id, Instant now) {
    return sql("""
        select count(*) from network_village_message
         where workspace_id = :workspace and handle = :handle and root_id = :id and id <> :id
           and at <= :now and (deleted_at is null or deleted_at > :now)
        """, place)
        .param("id", id).param("now", at(now)).query(Long.class).single();
  }

  long reactions(Place place, String id, String kind, Instant now) {
    return sql("""
        select count(*) from network_village_event
         where workspace_id = :workspace and handle = :handle and about = :id and kind = :kind
           and at <= :now
        """, place)
        .param("id", id).param("kind", kind).param("now", at(now)).query(Long.class).single();
  }

  /** What the account is told after that place in the story, oldest first. */
  List<Told> told(Place place, Instant after, String afterId, Instant now, int limit) {
    return sql("""
        select at, id, revision, payload from network_village_event
         where workspace_id = :workspace and handle = :handle
           and (at, id) > (:after, :afterId) and at <= :now
         order by at, id limit :limit
        """, place)
        .param("after", at(after)).param("afterId", afterId)
        .param("now", at(now)).param("limit", limit)
        .query((row, _) -> new Told(instant(row, "at"), new RawEvent(
            row.getString("id"), row.getString("revision"), row.getString("payload"))))
        .list();
  }

  private JdbcClient.StatementSpec sql(String text, Place place) {
    return jdbc.sql(text).param("workspace", place.workspace()).param("handle", place.handle());
  }

  private static VillageMessage message(ResultSet row) throws SQLException {
    var intent = row.getString("intent");
    return new VillageMessage(row.getString("id"), row.getString("author"),
        VillageMessage.Kind.valueOf(row.getString("kind")), row.getString("body"),
        row.getInt("images"), row.getString("parent_id"), row.getString("root_id"),
        intent == null ? null : Intent.valueOf(intent), row.getInt("depth"), instant(row, "at"));
  }

  /** A brand's account in the village. */
  record Place(UUID workspace, String handle) {}

  record Square(Place place, String rootId) {}

  record Household(String name, Instant openedAt, int visits, Instant nextVisitAt) {}

  record Told(Instant at, RawEvent event) {}
}
