package fr.palabre.publishing.slot;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of queues, their accounts and their weekly slots. */
@Component
class QueueStore {
  private final JdbcClient jdbc;

  QueueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SlotQueue> all(WorkspaceId workspace) {
    return jdbc.sql("""
            select q.id, q.name, q.paused,
                   array(select a.account_id from publishing_queue_account a
                          where a.workspace_id = q.workspace_id and a.queue_id = q.id
                          order by a.account_id) accounts,
                   array(select s.day || ' ' || s.at from publishing_queue_slot s
                          where s.workspace_id = q.workspace_id and s.queue_id = q.id
                          order by s.day, s.at) slots
              from publishing_queue q
             where q.workspace_id = :workspace
             order by q.created_at, q.id
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> queue(row))
        .list();
  }

  Optional<SlotQueue> find(WorkspaceId workspace, QueueId id) {
    return all(workspace).stream().filter(q -> q.id().equals(id)).findFirst();
  }

  /** Reads the queue and keeps others from giving its slots until the transaction ends. */
  Optional<SlotQueue> lock(WorkspaceId workspace, QueueId id) {
    jdbc.sql("""
            select id from publishing_queue where workspace_id = :workspace and id = :id for update
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(UUID.class)
        .optional();
    return find(workspace, id);
  }

  /** @return false if another queue of the brand bears this name */
  boolean insert(WorkspaceId workspace, QueueId id, String name, Instant now) {
    return 1 == jdbc.sql("""
            insert into publishing_queue (workspace_id, id, name, created_at)
            values (:workspace, :id, :name, :now)
            on conflict (workspace_id, name) do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("name", name)
        .param("now", at(now))
        .update();
  }

  /** @return false if another queue of the brand bears this name */
  boolean rename(WorkspaceId workspace, QueueId id, String name) {
    return 1 == jdbc.sql("""
            update publishing_queue set name = :name
             where workspace_id = :workspace and id = :id
               and not exists (select from publishing_queue
                                where workspace_id = :workspace and name = :name and id <> :id)
            """)
        .param("name", name)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void accounts(WorkspaceId workspace, QueueId id, List<AccountId> accounts) {
    jdbc.sql("""
            delete from publishing_queue_account
             where workspace_id = :workspace and queue_id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
    jdbc.sql("""
            insert into publishing_queue_account (workspace_id, queue_id, account_id)
            select :workspace, :id, account from unnest(:accounts::uuid[]) account
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("accounts", accounts.stream().map(AccountId::value).distinct()
            .toArray(UUID[]::new))
        .update();
  }

  void add(WorkspaceId workspace, QueueId id, WeekSlot slot) {
    jdbc.sql("""
            insert into publishing_queue_slot (workspace_id, queue_id, day, at)
            values (:workspace, :id, :day, :at)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("day", slot.day().getValue())
        .param("at", slot.at())
        .update();
  }

  void remove(WorkspaceId workspace, QueueId id, WeekSlot slot) {
    jdbc.sql("""
            delete from publishing_queue_slot
             where workspace_id = :workspace and queue_id = :id and day = :day and at = :at
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("day", slot.day().getValue())
        .param("at", slot.at())
        .update();
  }

  void pause(WorkspaceId workspace, QueueId id, boolean paused) {
    jdbc.sql("""
            update publishing_queue set paused = :paused
             where workspace_id = :workspace and id = :id
            """)
        .param("paused", paused)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void delete(WorkspaceId workspace, QueueId id) {
    jdbc.sql("delete from publishing_queue where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  private static SlotQueue queue(ResultSet row) throws SQLException {
    var accounts = (UUID[]) row.getArray("accounts").getArray();
    var slots = (String[]) row.getArray("slots").getArray();
    return new SlotQueue(new QueueId(uuid(row, "id")), row.getString("name"),
        Arrays.stream(accounts).map(AccountId::new).toList(),
        Arrays.stream(slots).map(QueueStore::slot).toList(), row.getBoolean("paused"));
  }

  private static WeekSlot slot(String stored) {
    var parts = stored.split(" ", 2);
    return new WeekSlot(DayOfWeek.of(Integer.parseInt(parts[0])), LocalTime.parse(parts[1]));
  }
}
