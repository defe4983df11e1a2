package fr.palabre.platform.db;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.secrets.MasterKey;
import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** Where PostgreSQL is, and the owner who may change its schema. */
public record PostgresServer(String url, String owner, String password, AutoCloseable process) {

  public PostgresServer {
    // A name in the address would win over the role that Palabre connects as.
    url = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
  }

  /** The server these settings name: the external one, else the embedded one, started. */
  public static PostgresServer of(PalabreSettings settings) {
    return of(settings, EmbeddedServer.End.WITH_JAVA);
  }

  static PostgresServer of(PalabreSettings settings, EmbeddedServer.End end) {
    return settings.embeddedDatabase()
        ? EmbeddedServer.start(settings.data(), end)
        : external(settings);
  }

  /** The embedded server that another process has started on these data. */
  public static PostgresServer running(PalabreSettings settings) {
    return settings.embeddedDatabase() ? EmbeddedServer.running(settings.data())
        : external(settings);
  }

  private static PostgresServer external(PalabreSettings settings) {
    var address = Objects.requireNonNull(settings.databaseUrl());
    var jdbc = address.startsWith("jdbc:") ? address
        : "jdbc:" + address.replaceFirst("^postgres(ql)?://([^@/]*@)?", "postgresql://");
    return new PostgresServer(
        jdbc,
        Objects.requireNonNullElse(settings.databaseUser(), part(address, 0, "palabre")),
        Objects.requireNonNullElse(settings.databasePassword(), part(address, 1, "")),
        () -> {});
  }

  /** Name (0) or password (1) out of {@code postgresql://name:password@host/base}. */
  private static String part(String address, int index, String otherwise) {
    var user = address.startsWith("jdbc:") ? null : URI.create(address).getUserInfo();
    var parts = user == null ? new String[0] : user.split(":", 2);
    return index < parts.length ? parts[index] : otherwise;
  }

  /** Whether another process has the embedded server up on these data. */
  public static boolean isRunning(PalabreSettings settings) {
    try (var _ = running(settings).ownerDataSource().getConnection()) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes the role that Palabre connects as, if it is not there yet. */
  public void prepareRole(PalabreSettings settings) {
    AppRole.of(new MasterKey(settings)).prepare(this);
  }

  public PGSimpleDataSource ownerDataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(owner);
    source.setPassword(password);
    return source;
  }

  public void stop() throws Exception {
    process.close();
  }

  @Override
  public String toString() {
    return "PostgresServer[" + url + "]";
  }
}
