package fr.palabre.publishing.evergreen;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.slot.WeekSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of evergreen queues and their weekly hours. */
@Component
class EvergreenStore {
  private final JdbcClient jdbc;

  EvergreenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EvergreenQueue> all(WorkspaceId workspace) {
    return jdbc.sql("""
            select e.id, e.name, e.distance_days, e.lead_days, e.paused,
                   array(select s.day || ' ' || s.at from publishing_evergreen_slot s
                          where s.workspace_id = e.workspace_id and s.evergreen_id = e.id
                          order by s.day, s.at) slots
              from publishing_evergreen e
             where e.workspace_id = :workspace
             order by e.created_at, e.id
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> queue(row))
        .list();
  }

  Optional<EvergreenQueue> find(WorkspaceId workspace, EvergreenId id) {
    return all(workspace).stream().filter(q -> q.id().equals(id)).findFirst();
  }

  /** Reads a queue; until the transaction ends, nobody else fills any of the brand's. */
  Optional<EvergreenQueue> lock(WorkspaceId workspace, EvergreenId id) {
    jdbc.sql("""
            select id from publishing_evergreen where workspace_id = :workspace
             order by id for update
            """)
        .param("workspace", workspace.value())
        .query(UUID.class)
        .list();
    return find(workspace, id);
  }

  /** @return false if another queue of the brand bears this name */
  boolean insert(WorkspaceId workspace, EvergreenId id, String name, Spacing spacing,
      Instant now) {
    return 1 == jdbc.sql("""
            insert into publishing_evergreen (workspace_id, id, name, distance_days, lead_days,
                                              created_at)
            values (:workspace, :id, :name, :distance, :lead, :now)
            on conflict (workspace_id, name) do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("name", name)
        .param("distance", spacing.distance())
        .param("lead", spacing.lead())
        .param("now", at(now))
        .update();
  }

  /** @return false if another queue of the brand bears this name */
  boolean change(WorkspaceId workspace, EvergreenId id, String name, Spacing spacing) {
    return 1 == jdbc.sql("""
            update publishing_evergreen
               set name = :name, distance_days = :distance, lead_days = :lead
             where workspace_id = :workspace and id = :id
               and not exists (select from publishing_evergreen
                                where workspace_id = :workspace and name = :name and id <> :id)
            """)
        .param("name", name)
        .param("distance", spacing.distance())
        .param("lead", spacing.lead())
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void add(WorkspaceId workspace, EvergreenId id, WeekSlot slot) {
    jdbc.sql("""
            insert into publishing_evergreen_slot (workspace_id, evergreen_id, day, at)
            values (:workspace, :id, :day, :at)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("day", slot.day().getValue())
        .param("at", slot.at())
        .update();
  }

  void remove(WorkspaceId workspace, EvergreenId id, WeekSlot slot) {
    jdbc.sql("""
            delete from publishing_evergreen_slot
             where workspace_id = :workspace and evergreen_id = :id and day = :day and at = :at
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("day", slot.day().getValue())
        .param("at", slot.at())
        .update();
  }

  void pause(WorkspaceId workspace, EvergreenId id, boolean paused) {
    jdbc.sql("""
            update publishing_evergreen set paused = :paused
             where workspace_id = :workspace and id = :id
            """)
        .param("paused", paused)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void delete(WorkspaceId workspace, EvergreenId id) {
    jdbc.sql("delete from publishing_evergreen where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  /** @param at when its next hour has to be filled; null for never */
  void wakeAt(WorkspaceId workspace, EvergreenId id, @Nullable Instant at) {
    jdbc.sql("""
            update publishing_evergreen set wake_at = :at
             where workspace_id = :workspace and id = :id
            """)
        .param("at", atOrNull(at))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  /** Those that have an hour to fill, in all brands; one look into an index. */
  List<Due> due(Instant now) {
    return jdbc.sql("""
            select workspace_id, id from publishing_evergreen
             where wake_at <= :now
             order by wake_at
             limit 1000
            """)
        .param("now", at(now))
        .query((row, _) -> new Due(new WorkspaceId(uuid(row, "workspace_id")),
            new EvergreenId(uuid(row, "id"))))
        .list();
  }

  private static EvergreenQueue queue(ResultSet row) throws SQLException {
    var slots = (String[]) row.getArray("slots").getArray();
    return new EvergreenQueue(new EvergreenId(uuid(row, "id")), row.getString("name"),
        new Spacing(row.getInt("distance_days"), row.getInt("lead_days")),
        Arrays.stream(slots).map(EvergreenStore::slot).toList(), row.getBoolean("paused"));
  }

  private static WeekSlot slot(String stored) {
    var parts = stored.split(" ", 2);
    return new WeekSlot(DayOfWeek.of(Integer.parseInt(parts[0])), LocalTime.parse(parts[1]));
  }

  record Due(WorkspaceId workspace, EvergreenId queue) {}
}
