package fr.palabre.platform.db;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.secrets.MasterKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** The house's own transactions over connections that a test provides. */
public final class PlayedTransactions {
  private PlayedTransactions() {}

  /** A connection as the role that the application has. */
  public static Connection connect(PostgresServer server, PalabreSettings settings)
      throws SQLException {
    var role = AppRole.of(new MasterKey(settings));
    var as = new Properties();
    as.setProperty("user", role.name());
    as.setProperty("password", role.password());
    as.setProperty("prepareThreshold", "1");
    // The same few statements by the thousand: each is planned once.
    as.setProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
    return DriverManager.getConnection(server.url(), as);
  }

  public static PlatformTransactionManager over(DataSource database) {
    return new ScopedTransactionManager(database, new WriteCount());
  }

  public static RowScope scope(PlatformTransactionManager transactions) {
    return new RowScope(transactions);
  }
}
