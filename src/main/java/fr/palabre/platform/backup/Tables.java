package fr.palabre.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of the schema, those that others refer to first. */
final class Tables {
  private Tables() {}

  static String entry(String table) {
    return "tables/" + table + ".tsv";
  }

  /** A table and the columns that are stored rather than computed. */
  record Table(String name, String columns) {
    String entry() {
      return Tables.entry(name);
    }

    String out() {
      return "copy (select " + columns + " from " + name + ") to stdout (header)";
    }

    String in() {
      return "copy " + name + " (" + columns + ") from stdin (header match)";
    }
  }

  static List<Table> inOrder(Connection connection) throws SQLException {
    var columns = pairs(connection, COLUMNS);
    var references = pairs(connection, REFERENCES);
    var ordered = new ArrayList<Table>();
    var seen = new HashSet<String>();
    for (var name : columns.keySet()) visit(name, columns, references, seen, ordered);
    return ordered;
  }

  private static void visit(String name, Map<String, List<String>> columns,
      Map<String, List<String>> references, Set<String> seen, List<Table> ordered) {
    if (!seen.add(name)) return;
    for (var needed : references.getOrDefault(name, List.of()))
      visit(needed, columns, references, seen, ordered);
    ordered.add(new Table(name, String.join(", ", columns.getOrDefault(name, List.of()))));
  }

  /** Whether no table has a row, whosever tables they are. */
  static boolean empty(Connection connection) throws SQLException {
    for (var table : inOrder(connection))
      if (one(connection, "select exists (select from " + table.name() + ")",
          row -> row.getBoolean(1))) return false;
    return true;
  }

  /** Empty where Palabre never was. */
  static Optional<String> schemaVersion(Connection connection) throws SQLException {
    if (one(connection, "select to_regclass('public.flyway_schema_history') is null",
        row -> row.getBoolean(1))) return Optional.empty();
    return Optional.of(one(connection, "select version from flyway_schema_history "
        + "where success order by installed_rank desc limit 1", row -> row.getString(1)));
  }

  /** When this transaction began. */
  static Instant now(Connection connection) throws SQLException {
    return one(connection, "select now()", row ->
        row.getObject(1, OffsetDateTime.class).toInstant());
  }

  static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> T one(Connection connection, String sql, Reading<T> reading)
      throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return reading.read(row);
    }
  }

  private static Map<String, List<String>> pairs(Connection connection, String sql)
      throws SQLException {
    var pairs = new LinkedHashMap<String, List<String>>();
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      while (row.next())
        pairs.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
    }
    return pairs;
  }

  private static final String COLUMNS = """
      select quote_ident(c.table_name), quote_ident(c.column_name)
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.is_generated = 'NEVER' and c.table_name <> 'flyway_schema_history'
       order by c.table_name, c.ordinal_position
      """;

  private static final String REFERENCES = """
      select conrelid::regclass::text, confrelid::regclass::text
        from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid
      """;
}
