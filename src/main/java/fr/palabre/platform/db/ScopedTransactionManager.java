package fr.palabre.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL, at the start of each transaction, whose rows it may see; counts those that
 * wrote.
 */
class ScopedTransactionManager extends JdbcTransactionManager {
  private final transient WriteCount writes;

  ScopedTransactionManager(DataSource dataSource, WriteCount writes) {
    super(dataSource);
    this.writes = writes;
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    super.doCommit(status);
    if (status.isReadOnly()) return;
    var scope = RowScope.current();
    if (scope == null || scope.tenant() == null) writes.wroteEverywhere();
    else writes.wrote(scope.tenant());
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    var scope = RowScope.current();
    if (scope == null) return;
    try {
      apply(scope, connection());
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw translateException("Row scope", e);
    }
  }

  private Connection connection() {
    var holder = (ConnectionHolder)
        TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) throw new IllegalStateException("No connection bound");
    return holder.getConnection();
  }

  private static void apply(RowScope.Scope scope, Connection connection) throws SQLException {
    if (scope.all()) {
      try (var statement = connection.createStatement()) {
        statement.execute("set local role palabre_engine");
      }
      return;
    }
    try (var statement =
        connection.prepareStatement("select set_config('palabre.workspace', ?, true)")) {
      statement.setString(1, String.valueOf(scope.tenant()));
      statement.execute();
    }
  }
}
