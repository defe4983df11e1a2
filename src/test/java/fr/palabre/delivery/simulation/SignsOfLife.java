package fr.palabre.delivery.simulation;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What processes said of living, until someone asks the database anything: nobody can tell a sign that
 * was followed by another, unread, from one that was never written.
 */
final class SignsOfLife {
  private record Sign(String sql, @Nullable Object[] said) {}

  private final Connection line;
  private final Map<Object, Sign> unread = new LinkedHashMap<>();
  private @Nullable Sign open;

  SignsOfLife(Connection line) {
    this.line = line;
  }

  /** The statement that gives a sign, which is kept or dropped once its transaction ends. */
  PreparedStatement held(String sql) {
    var sign = new Sign(sql, new Object[2]);
    open = sign;
    return (PreparedStatement) Proxy.newProxyInstance(SignsOfLife.class.getClassLoader(),
        new Class<?>[] {PreparedStatement.class}, (_, method, arguments) ->
            switch (method.getName()) {
              case "setObject" -> sign.said[(int) arguments[0] - 1] = arguments[1];
              case "executeUpdate" -> 1;
              case "close", "getWarnings" -> null;
              case "toString" -> sql;
              default -> throw new IllegalStateException("Not played: " + method);
            });
  }

  void keep() {
    var sign = Objects.requireNonNull(open);
    unread.put(Objects.requireNonNull(sign.said[0]), sign);
    open = null;
  }

  void drop() {
    open = null;
  }

  /** All that was unread. */
  void forget() {
    drop();
    unread.clear();
  }

  /** Someone asks. */
  void say() throws SQLException {
    if (unread.isEmpty()) return;
    for (var sign : unread.values()) say(sign);
    unread.clear();
  }

  private void say(Sign sign) throws SQLException {
    try (var statement = line.prepareStatement(sign.sql)) {
      statement.setObject(1, sign.said[0]);
      statement.setObject(2, sign.said[1]);
      statement.executeUpdate();
    }
  }
}
