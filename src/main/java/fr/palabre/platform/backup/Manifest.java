package fr.palabre.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a backup says of itself. It is written last: a file that holds it was written to its end.
 *
 * @param schema the schema's version when it was taken
 * @param key a mark of the key that sealed the tokens, which does not give the key away
 * @param tables how many rows each table had
 */
record Manifest(int format, String schema, Instant takenAt, String key, int files,
    Map<String, Long> tables) {
  static final int FORMAT = 1;
  static final String ENTRY = "palabre-backup.properties";
  private static final String TABLE = "table.";

  Manifest {
    if (!schema.matches("[0-9]{1,6}")) throw new IllegalArgumentException("Schema " + schema);
  }

  Count count() {
    return new Count(tables.size(), tables.values().stream().mapToLong(n -> n).sum(), files);
  }

  byte[] bytes() {
    var text = new StringBuilder("format=%d\nschema=%s\ntaken-at=%s\nkey=%s\nfiles=%d\n"
        .formatted(format, schema, takenAt, key, files));
    tables.forEach((table, rows) ->
        text.append(TABLE).append(table).append('=').append(rows).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  /** @throws IllegalArgumentException if this is no manifest */
  static Manifest of(byte[] bytes) {
    var all = new Properties();
    try {
      all.load(new StringReader(new String(bytes, UTF_8)));
      var tables = new TreeMap<String, Long>();
      for (var name : all.stringPropertyNames())
        if (name.startsWith(TABLE))
          tables.put(name.substring(TABLE.length()), Long.valueOf(all.getProperty(name)));
      return new Manifest(Integer.parseInt(value(all, "format")), value(all, "schema"),
          Instant.parse(value(all, "taken-at")), value(all, "key"),
          Integer.parseInt(value(all, "files")), tables);
    } catch (IOException | DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String value(Properties all, String name) {
    var value = all.getProperty(name);
    if (value == null) throw new IllegalArgumentException("No " + name);
    return value;
  }
}
