package fr.palabre.delivery.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The way to the real database. It may be cut before or after a commit: what was not committed is
 * rolled back, as the server does once a connection is gone.
 */
final class PlayedDatabase extends AbstractDataSource {
  /** What becomes of a commit. */
  enum Fate { DONE, LOST_BEFORE, LOST_AFTER, KILLED_BEFORE, KILLED_AFTER }

  /** Who is told, and decides. */
  interface Watch {
    /** A transaction is about to begin; none is open. */
    void opens() throws SQLException;

    Fate commits(Boundary where);

    void committed(Boundary where);
  }

  private final Connection real;
  private boolean open;
  private @Nullable Watch watch;

  PlayedDatabase(Connection real) {
    this.real = real;
  }

  void watchedBy(@Nullable Watch watch) {
    this.watch = watch;
  }

  /** What was left open by a process that is gone is rolled back. */
  void reset() throws SQLException {
    if (!real.getAutoCommit()) {
      real.rollback();
      real.setAutoCommit(true);
    }
    open = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (open) throw new IllegalStateException("A connection within another");
    if (watch != null) watch.opens();
    open = true;
    return (Connection) Proxy.newProxyInstance(PlayedDatabase.class.getClassLoader(),
        new Class<?>[] {Connection.class}, new Way());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  /** One borrowing of the connection. */
  private final class Way implements InvocationHandler {
    private @Nullable Boundary where;
    private boolean lost;

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "prepareStatement" -> {
          if (where == null && arguments[0] != null) where = Boundary.of((String) arguments[0]);
        }
        case "commit" -> {
          commit();
          return null;
        }
        case "close" -> {
          close();
          return null;
        }
        default -> { }
      }
      if (lost) return afterLoss(method);
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private @Nullable Object afterLoss(Method method) throws SQLException {
      return switch (method.getName()) {
        case "isClosed" -> true;
        case "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation" -> null;
        default -> throw gone();
      };
    }

    private void commit() throws SQLException {
      var fate = watch == null || where == null ? Fate.DONE : watch.commits(where);
      switch (fate) {
        case DONE, LOST_AFTER, KILLED_AFTER -> {
          real.commit();
          if (watch != null && where != null) watch.committed(where);
        }
        case LOST_BEFORE, KILLED_BEFORE -> real.rollback();
      }
      if (fate == Fate.DONE) return;
      lost = true;
      if (fate == Fate.KILLED_BEFORE || fate == Fate.KILLED_AFTER) throw new Killed();
      throw gone();
    }

    private void close() throws SQLException {
      if (!open) return;
      if (!real.getAutoCommit()) {
        real.rollback();
        real.setAutoCommit(true);
      }
      if (real.isReadOnly()) real.setReadOnly(false);
      open = false;
    }
  }

  private static SQLException gone() {
    return new SQLException("terminating connection", "08006");
  }
}
