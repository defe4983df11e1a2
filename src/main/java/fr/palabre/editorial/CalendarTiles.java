package fr.palabre.editorial;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the calendar shows: one range of one index, whatever the number of contents kept. */
@Component
public class CalendarTiles {
  private final JdbcClient jdbc;

  CalendarTiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Contents planned from one wall-clock time until before another, in their order. */
  public List<CalendarTile> between(WorkspaceId workspace, LocalDateTime from,
      LocalDateTime before, TileFilter filter) {
    return jdbc.sql("""
            select id, name, stage, planned_local, in_doubt,
                   array_to_string(networks, ' ') as on_networks,
                   array_to_string(accounts, ' ') as on_accounts
              from editorial_content
             where workspace_id = :workspace
               and deleted_at is null
               and planned_local >= :from
               and planned_local < :before
               and (:stages = '' or stage = any(string_to_array(:stages, ',')))
               and (:network = '' or :network = any(networks))
               and (:account = '' or :account::uuid = any(accounts))
             order by planned_local, id
            """)
        .param("workspace", workspace.value())
        .param("from", from)
        .param("before", before)
        .param("stages", String.join(",", filter.stages().stream().map(Enum::name).toList()))
        .param("network", filter.network() == null ? "" : filter.network().value())
        .param("account", filter.account() == null ? "" : filter.account().toString())
        .query((row, _) -> tile(row))
        .list();
  }

  private static CalendarTile tile(ResultSet row) throws SQLException {
    return new CalendarTile(
        new ContentId(row.getObject("id", UUID.class)),
        row.getString("name"),
        ContentStage.valueOf(row.getString("stage")),
        row.getObject("planned_local", LocalDateTime.class),
        words(row.getString("on_networks"), NetworkId::new),
        words(row.getString("on_accounts"), CalendarTiles::account),
        row.getBoolean("in_doubt"));
  }

  // As one text: reading an array costs as much as the rest of its row.
  private static <T> List<T> words(String text, Function<String, T> each) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(" ")).map(each).toList();
  }

  private static AccountId account(String id) {
    return new AccountId(UUID.fromString(id));
  }

  static List<NetworkId> networks(ResultSet row) throws SQLException {
    var names = (String[]) row.getArray("networks").getArray();
    return Arrays.stream(names).map(NetworkId::new).toList();
  }
}
