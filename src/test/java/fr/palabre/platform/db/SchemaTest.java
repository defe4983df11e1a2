package fr.palabre.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.palabre.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each version of Palabre finds the tables it knows, whichever version wrote them. */
class SchemaTest {
  private final PostgresServer server =
      new PostgresServer(TestDatabase.fresh(), "postgres", "postgres", () -> {});

  @BeforeEach
  void role() throws SQLException {
    execute("do $$ begin create role palabre_engine nologin; "
        + "exception when duplicate_object then null; end $$");
    execute("do $$ begin create role palabre_app nologin; "
        + "exception when duplicate_object then null; end $$");
  }

  @Test
  void anEmptyDatabaseIsGivenEveryTable() throws SQLException {
    Schema.bring(server);
    execute("select from publishing_post limit 0");
    assertThat(applied()).isEqualTo(Schema.known().size());
  }

  @Test
  void anOlderOneIsBroughtUpToDate() throws SQLException {
    Schema.flyway(server).target("080").load().migrate();
    assertThat(applied()).isLessThan(Schema.known().size());
    Schema.bring(server);
    assertThat(applied()).isEqualTo(Schema.known().size());
  }

  @Test
  void oneThatIsUpToDateIsLeftAlone() throws SQLException {
    Schema.bring(server);
    // Were Flyway asked, it would refuse this.
    execute("update flyway_schema_history set checksum = 0 where version = '080'");
    Schema.bring(server);
  }

  @Test
  void aNewerVersionsTablesAreRefusedAndNothingIsChanged() throws SQLException {
    Schema.bring(server);
    execute("insert into flyway_schema_history values (9999, '9999', 'later', 'SQL', "
        + "'V9999__later.sql', 1, 'postgres', now(), 1, true)");
    assertThatThrownBy(() -> Schema.bring(server)).isInstanceOf(NewerSchema.class);
    assertThat(applied()).isEqualTo(Schema.known().size() + 1);
  }

  private int applied() throws SQLException {
    try (var connection = server.ownerDataSource().getConnection();
        var statement = connection.createStatement();
        var count = statement.executeQuery("select count(version) from flyway_schema_history")) {
      count.next();
      return count.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = server.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
