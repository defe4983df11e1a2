package fr.palabre.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.secrets.MasterKey;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Embedded or external, owner for the schema, {@link AppRole} for all the rest. */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

  @Bean(destroyMethod = "stop")
  PostgresServer postgres(PalabreSettings settings, MasterKey key) {
    var server = PostgresServer.of(settings, EmbeddedServer.End.WHEN_TOLD);
    try {
      AppRole.of(key).prepare(server);
      Schema.bring(server);
      return server;
    } catch (RuntimeException e) {
      stopAfter(e, server);
      throw e;
    }
  }

  private static void stopAfter(RuntimeException failure, PostgresServer server) {
    try {
      server.stop();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  @Bean
  HikariDataSource dataSource(PostgresServer server, MasterKey key) {
    var role = AppRole.of(key);
    var pool = new HikariDataSource();
    pool.setPoolName("palabre");
    pool.setJdbcUrl(server.url());
    pool.setUsername(role.name());
    pool.setPassword(role.password());
    pool.setMaximumPoolSize(16);
    pool.setMinimumIdle(2);
    pool.addDataSourceProperty("ApplicationName", "palabre");
    // Server-side plans from the second use: the same few statements make up most of the work.
    pool.addDataSourceProperty("prepareThreshold", "2");
    return pool;
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource, WriteCount writes) {
    return new ScopedTransactionManager(dataSource, writes);
  }
}
