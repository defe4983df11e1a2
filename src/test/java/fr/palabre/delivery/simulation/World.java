package fr.palabre.delivery.simulation;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Freezes;
import fr.palabre.network.Accounts;
import fr.palabre.network.PlayedAccounts;
import fr.palabre.network.PlayedRefresh;
import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PlayedTransactions;
import fr.palabre.platform.db.PostgresServer;
import fr.palabre.platform.db.Schema;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.files.FileStore;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.Outgoing;
import fr.palabre.platform.http.PlayedOutgoing;
import fr.palabre.platform.secrets.MasterKey;
import fr.palabre.platform.secrets.SecretBox;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real engine, connectors and database, of a worker who plays one history after another; only
 * the clock, the way to the database and what stands beyond the door are played.
 */
final class World implements AutoCloseable {
  private static final Pattern ELSEWHERE = Pattern.compile(
      "fr\\.palabre\\.(delivery\\.web|network\\.(web|intake|portrait|connector\\.village))\\..*"
          + "|fr\\.palabre\\.network\\.(PlayedRefresh|TokenRefresh|Accounts)");
  private static final int MANY = 40;
  static final Path PICTURE = Path.of("epreuve.png");
  final MovableClock clock = new MovableClock();
  final PlayedDatabase database;
  final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final @Nullable DurableServer durable;
  private Connection owner;
  private PreparedStatement deletion;
  /** The tables that histories fill. */
  private final List<String> filled;
  private @Nullable History history;
  private int played;

  /** One after the other: roles belong to the whole server. */
  static synchronized World open() throws SQLException {
    var settings = new PalabreSettings(Path.of("target/test-data"), TestDatabase.fresh(),
        "postgres", "postgres", null, null, List.of(), false);
    return new World(settings, PostgresServer.of(settings), null);
  }

  /** With a server of its own, in this folder, whose processes histories kill. */
  static World durable(Path data) throws SQLException {
    var own = new DurableServer(data);
    return new World(own.settings, own.server(), own);
  }

  private World(PalabreSettings settings, PostgresServer server, @Nullable DurableServer durable)
      throws SQLException {
    this.durable = durable;
    server.prepareRole(settings);
    Schema.flyway(server).load().migrate();
    owner = server.ownerDataSource().getConnection();
    filled = tables();
    makeForget();
    deletion = deletion();
    database = new PlayedDatabase(lines(server, settings), durable == null ? null : again(durable));
    register(settings);
    beans.refresh();
    picture(settings.data().resolve("media").resolve(PICTURE));
  }

  private static Lines lines(PostgresServer server, PalabreSettings settings) throws SQLException {
    return new Lines(PlayedTransactions.connect(server, settings),
        PlayedTransactions.connect(server, settings));
  }

  private PlayedDatabase.Processes again(DurableServer own) {
    return new PlayedDatabase.Processes() {
      @Override
      public void kill() {
        own.kill();
      }

      @Override
      public Lines start() throws SQLException {
        own.start();
        owner = own.server().ownerDataSource().getConnection();
        deletion = deletion();
        return lines(own.server(), own.settings);
      }
    };
  }

  boolean isDurable() {
    return durable != null;
  }

  // All rows of a brand go at once: none is left for another to miss.
  private List<String> tables() throws SQLException {
    try (var statement = owner.createStatement()) {
      var rows = statement.executeQuery("""
          select c.relname from pg_class c
           where c.relkind = 'r' and (c.relname in ('identity_workspace', 'delivery_engine')
              or c.relname ~ '^(delivery|network|compliance)_' and exists (
                    select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'workspace_id'))
          """);
      var tables = new ArrayList<String>();
      while (rows.next()) tables.add(rows.getString(1));
      return tables;
    }
  }

  // What is said once need not be understood again for each history.
  private void makeForget() throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("create or replace procedure forget() language plpgsql as $$ begin "
          + filled.stream().map(t -> "delete from " + t + "; ").collect(Collectors.joining())
          + "end $$");
    }
  }

  private PreparedStatement deletion() throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    return owner.prepareStatement("call forget()");
  }

  private static void picture(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Ground {}

  private void register(PalabreSettings settings) {
    beans.getEnvironment().getPropertySources()
        .addFirst(new MapPropertySource("played", Map.of("palabre.background", "false")));
    var transactions = PlayedTransactions.over(database);
    beans.registerBean(PalabreSettings.class, () -> settings);
    beans.registerBean(Clock.class, () -> new NodesClock(this::asSeen));
    beans.registerBean(DataSource.class, () -> database);
    beans.registerBean(PlatformTransactionManager.class, () -> transactions);
    beans.registerBean(RowScope.class, () -> PlayedTransactions.scope(transactions));
    beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
    beans.registerBean(Outgoing.class, () -> new PlayedOutgoing(this::answer));
    beans.registerBean(PlayedRefresh.Wait.class, () -> () -> now().wait(250));
    beans.registerBean(PlayedAccounts.Rules.class, () -> () -> now().rules);
    beans.register(PlayedAccounts.class);
    beans.register(Ground.class, MasterKey.class, SecretBox.class, FileStore.class,
        AuditTrail.class, PlayedRefresh.class, Rooms.class);
    var scanner = new ClassPathBeanDefinitionScanner(beans, true, beans.getEnvironment());
    scanner.getBeanDefinitionDefaults().setLazyInit(true);
    scanner.addExcludeFilter(new RegexPatternTypeFilter(ELSEWHERE));
    scanner.scan("fr.palabre.delivery", "fr.palabre.network");
  }

  private HttpResult answer(HttpCall call) {
    return now().network.answer(call);
  }

  private Instant asSeen() {
    return history == null ? clock.instant() : history.asSeen();
  }

  private History now() {
    return Objects.requireNonNull(history, "No history is played");
  }

  /** From here on what happens, happens to this history. */
  void plays(@Nullable History played) {
    history = played;
    database.watchedBy(played);
  }

  /** What earlier histories left is none of the next one's. */
  void forgets() throws SQLException {
    database.reset();
    deletion.execute();
    if (++played % MANY != 0) return;
    try (var statement = owner.createStatement()) {
      // Dead rows make every question slower.
      statement.execute("vacuum (skip_database_stats) " + String.join(", ", filled));
    }
  }

  Accounts accounts() {
    return beans.getBean(Accounts.class);
  }

  Deliveries deliveries() {
    return beans.getBean(Deliveries.class);
  }

  Freezes freezes() {
    return beans.getBean(Freezes.class);
  }

  RowScope scope() {
    return beans.getBean(RowScope.class);
  }

  JdbcClient jdbc() {
    return beans.getBean(JdbcClient.class);
  }

  Rooms rooms() {
    return beans.getBean(Rooms.class);
  }

  @Override
  public void close() throws SQLException {
    beans.close();
    database.close();
    owner.close();
    if (durable != null) durable.stop();
  }
}
