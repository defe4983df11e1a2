package fr.palabre.delivery.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The way to the real database. It may be cut before or after a commit: what was not committed is
 * rolled back, as the server does once a connection is gone.
 */
final class PlayedDatabase extends AbstractDataSource {
  /** What becomes of a commit. */
  enum Fate {
    DONE, LOST_BEFORE, LOST_AFTER, KILLED_BEFORE, KILLED_AFTER,
    /** The database's own processes are killed, and started again on what they left. */
    SERVER_KILLED_BEFORE, SERVER_KILLED_WHILE, SERVER_KILLED_AFTER;

    boolean isServers() {
      return ordinal() >= SERVER_KILLED_BEFORE.ordinal();
    }
  }

  /** Who is told, and decides. */
  interface Watch {
    /** A transaction is about to begin; none is open. */
    void opens() throws SQLException;

    Fate commits(Boundary where);

    void committed(Boundary where);
  }

  /** The database's own processes. */
  interface Processes {
    /** kill -9, all of them. */
    void kill();

    /** Starts them again on what they left, and connects. */
    Lines start() throws SQLException;
  }

  private final @Nullable Processes processes;
  private Lines lines;
  private boolean open;
  private long changes;
  private @Nullable Watch watch;

  PlayedDatabase(Lines lines, @Nullable Processes processes) {
    this.lines = lines;
    this.processes = processes;
  }

  void watchedBy(@Nullable Watch watch) {
    this.watch = watch;
  }

  /** What was left open by a process that is gone is rolled back. */
  void reset() throws SQLException {
    lines.rollback();
    open = false;
  }

  /** How many transactions changed something; that an engine lives is no change. */
  long changes() {
    return changes;
  }

  void close() throws SQLException {
    lines.close();
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

  /** One borrowing of a line, for one transaction. */
  private final class Way implements InvocationHandler {
    private @Nullable Connection real;
    private @Nullable Boundary where;
    private @Nullable Fate fate;
    private boolean begun;
    private boolean alone;
    private boolean wrote;
    private boolean readOnly;
    private boolean within;
    private boolean lost;

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "getAutoCommit" -> {
          return !within;
        }
        case "setAutoCommit" -> within = Boolean.FALSE.equals(arguments[0]);
        case "isReadOnly" -> {
          return readOnly;
        }
        case "setReadOnly" -> readOnly = Boolean.TRUE.equals(arguments[0]);
        case "isClosed" -> {
          return lost;
        }
        case "toString" -> {
          return "a line to the played database";
        }
        case "commit" -> commit();
        case "rollback" -> rollback();
        case "close" -> close();
        default -> {
          return lost ? refuse() : ask(method, arguments);
        }
      }
      return null;
    }

    private @Nullable Object ask(Method method, @Nullable Object[] arguments) throws Throwable {
      if (real == null && within && (method.getName().equals("createStatement")
          || Lines.AS_BRAND.equals(arguments[0]))) return lines.choice(line -> real = line);
      var line = Objects.requireNonNull(real, "Neither the engine's nor a brand's");
      var sql = method.getName().equals("prepareStatement") ? (String) arguments[0] : null;
      if (sql != null && lines.writes(sql)) writes(sql, line);
      if (where == Boundary.ALIVE && sql != null) return lines.signs().held(sql);
      lines.signs().say();
      try {
        var made = method.invoke(line, arguments);
        return made instanceof PreparedStatement statement && sql != null && lines.isIdleMostly(sql)
            ? Lines.telling(statement, () -> wrote = true) : made;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    // What is alone in its transaction is committed with itself, if it is to be committed.
    private void writes(String sql, Connection line) throws SQLException {
      if (readOnly) throw new IllegalStateException("Only to read: " + sql);
      if (alone) throw new IllegalStateException("Not alone: " + sql);
      if (!lines.isIdleMostly(sql)) wrote = true;
      if (where == null) where = lines.boundary(sql);
      if (begun) return;
      alone = lines.isAlone(sql);
      if (alone && isKept(fate())) return;
      begun = true;
      if (where != Boundary.ALIVE) line.setAutoCommit(false);
    }

    private Fate fate() {
      if (fate == null) fate = watch == null || where == null ? Fate.DONE : watch.commits(where);
      return fate;
    }

    private void commit() throws SQLException {
      var fate = fate();
      if (fate.isServers()) {
        dies(fate);
        return;
      }
      if (isKept(fate)) keep();
      else undo();
      if (fate == Fate.DONE) return;
      lost = true;
      if (fate == Fate.KILLED_BEFORE || fate == Fate.KILLED_AFTER) throw new Killed();
      throw gone();
    }

    // What was heard to be committed is there afterwards; what was not, may be.
    private void dies(Fate fate) throws SQLException {
      var server = Objects.requireNonNull(processes);
      var heard = false;
      try (var _ = new Death(server, fate)) {
        if (fate != Fate.SERVER_KILLED_BEFORE) {
          saved();
          heard = true;
        }
      } finally {
        lost = !heard;
        begun = false;
        if (fate != Fate.SERVER_KILLED_BEFORE) changes++;
        lines = server.start();
      }
      if (lost) throw gone();
      if (watch != null && where != null) watch.committed(where);
    }

    private void saved() throws SQLException {
      if (where == Boundary.ALIVE) {
        lines.signs().keep();
        lines.signs().say();
      } else Objects.requireNonNull(real).commit();
    }

    private void keep() throws SQLException {
      if (where == Boundary.ALIVE) lines.signs().keep();
      else if (begun && real != null) Lines.end(real, Connection::commit);
      if (wrote && where != Boundary.ALIVE) changes++;
      wrote = false;
      begun = false;
      if (watch != null && where != null) watch.committed(where);
    }

    private void rollback() throws SQLException {
      if (lost) return;
      if (alone && isKept(fate())) throw new IllegalStateException("Committed already: " + where);
      undo();
    }

    private void undo() throws SQLException {
      if (where == Boundary.ALIVE) lines.signs().drop();
      else if (begun && real != null) Lines.end(real, Connection::rollback);
      wrote = false;
      begun = false;
    }

    private void close() throws SQLException {
      if (!open) return;
      if (begun) undo();
      open = false;
    }

    private Object refuse() throws SQLException {
      throw gone();
    }
  }

  private static boolean isKept(Fate fate) {
    return fate == Fate.DONE || fate == Fate.LOST_AFTER || fate == Fate.KILLED_AFTER;
  }

  private static SQLException gone() {
    return new SQLException("terminating connection", "08006");
  }
}
