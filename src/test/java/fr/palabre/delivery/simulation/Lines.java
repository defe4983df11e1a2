package fr.palabre.delivery.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two lines to the real database: one sees rows as the engine does, one as a brand. Each says so
 * once, not at each transaction; what only reads, or is the only one that writes, is a transaction by
 * itself: nothing else goes over them meanwhile.
 */
final class Lines {
  static final String AS_ENGINE = "set local role palabre_engine";
  static final String AS_BRAND = "select set_config('palabre.workspace', ?, true)";
  private static final Pattern WRITES = Pattern.compile(
      "\\b(insert|update|delete|for share|pg_notify|pg_try_advisory\\w*|pg_advisory\\w*)\\b");
  // The one statement of their transactions; whoever adds another to one of them is told.
  private static final Set<Boundary> ALONE = EnumSet.of(Boundary.ALIVE, Boundary.TAKE,
      Boundary.ORPHANS, Boundary.RELEASE, Boundary.IMAGES_CLAIM, Boundary.IMAGES_KEEP,
      Boundary.BEGIN, Boundary.HOLD, Boundary.GIVE_BACK);
  private static final List<String> OTHERS_ALONE = List.of("with waiting as (", "select a.n, d.*",
      "insert into network_health", "delete from delivery_images_ahead where claimed_at",
      "update network_cursor");
  private final Map<String, Boolean> writes = new HashMap<>();
  private final Map<String, Boolean> alone = new HashMap<>();
  private final Map<String, Optional<Boundary>> boundaries = new HashMap<>();
  private final Map<String, Boolean> idle = new HashMap<>();
  private final Connection engine;
  private final Connection brand;
  private final SignsOfLife signs;
  private String seen = "";

  Lines(Connection engine, Connection brand) throws SQLException {
    this.engine = engine;
    this.brand = brand;
    this.signs = new SignsOfLife(engine);
    try (var statement = engine.createStatement()) {
      statement.execute("set role palabre_engine");
    }
  }

  SignsOfLife signs() {
    return signs;
  }

  @Nullable Boundary boundary(String sql) {
    return boundaries.computeIfAbsent(sql, s -> Optional.ofNullable(Boundary.of(s))).orElse(null);
  }

  boolean isAlone(String sql) {
    return alone.computeIfAbsent(sql, s -> ALONE.contains(Boundary.of(s))
        || OTHERS_ALONE.stream().anyMatch(s::startsWith));
  }

  /** Whether whatever this does must be committed. */
  boolean writes(String sql) {
    return writes.computeIfAbsent(sql, s -> WRITES.matcher(s.toLowerCase(Locale.ROOT)).find());
  }

  /** One of those that mostly find nothing to change, and say so. */
  boolean isIdleMostly(String sql) {
    return idle.computeIfAbsent(sql, s ->
        Boundary.of(s) == Boundary.TAKE || s.contains("why = 'SPREAD'"));
  }

  /** The same statement; whether it changed something is told. */
  static PreparedStatement telling(PreparedStatement real, Runnable changed) {
    return (PreparedStatement) Proxy.newProxyInstance(Lines.class.getClassLoader(),
        new Class<?>[] {PreparedStatement.class}, (_, method, arguments) -> {
          try {
            var result = method.invoke(real, arguments);
            if (result instanceof ResultSet rows && rows.isBeforeFirst()
                || method.getName().equals("executeUpdate") && (int) result > 0) changed.run();
            return result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  void rollback() throws SQLException {
    signs.forget();
    for (var one : new Connection[] {engine, brand})
      if (!one.getAutoCommit()) end(one, Connection::rollback);
  }

  /** Ends the transaction of several statements. */
  static void end(Connection line, End how) throws SQLException {
    how.of(line);
    line.setAutoCommit(true);
  }

  interface End {
    void of(Connection line) throws SQLException;
  }

  void close() throws SQLException {
    engine.close();
    brand.close();
  }

  /** Stands for the statement that makes a transaction the engine's or a brand's. */
  Statement choice(Choice choice) {
    return (Statement) Proxy.newProxyInstance(Lines.class.getClassLoader(),
        new Class<?>[] {PreparedStatement.class}, new Chosen(choice));
  }

  /** Takes the line that was chosen. */
  interface Choice {
    void take(Connection line);
  }

  private Connection brand(String workspace) throws SQLException {
    if (workspace.equals(seen)) return brand;
    try (var statement = brand.prepareStatement(AS_BRAND.replace("true", "false"))) {
      statement.setString(1, workspace);
      statement.execute();
    }
    seen = workspace;
    return brand;
  }

  private final class Chosen implements InvocationHandler {
    private final Choice choice;
    private String workspace = "";

    Chosen(Choice choice) {
      this.choice = choice;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws SQLException {
      switch (method.getName()) {
        case "setString" -> workspace = String.valueOf(arguments[1]);
        case "execute" -> {
          choice.take(arguments == null ? brand(workspace) : asEngine(arguments[0]));
          return true;
        }
        case "close" -> { }
        case "toString" -> {
          return "whose transaction it is";
        }
        default -> throw new IllegalStateException("Not played: " + method);
      }
      return null;
    }
  }

  private Connection asEngine(@Nullable Object sql) {
    if (!AS_ENGINE.equals(sql)) throw new IllegalStateException("Not played: " + sql);
    return engine;
  }
}
