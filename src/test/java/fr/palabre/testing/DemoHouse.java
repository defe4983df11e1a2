package fr.palabre.testing;

import fr.palabre.platform.command.ReadyLine;
import fr.palabre.platform.db.RowScope;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house opened with its demo brand, and the sign-in that its terminal says. */
public final class DemoHouse implements AutoCloseable {
  private static final Pattern SIGN_IN = Pattern.compile("(\\S+@\\S+).* (\\S+)$");
  private final House house;
  private final String email;
  private final String password;

  public DemoHouse(String... more) {
    this(House.demo(more));
  }

  private DemoHouse(House house) {
    this.house = house;
    var said = house.beans(ReadyLine.class).flatMap(line -> line.say().stream())
        .map(SIGN_IN::matcher).filter(Matcher::find).findFirst()
        .orElseThrow(() -> new IllegalStateException("The terminal says no sign-in"));
    email = said.group(1);
    password = said.group(2);
  }

  /** Where these options say that it is. */
  public static DemoHouse on(String... options) {
    var all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--palabre.demo=true";
    return new DemoHouse(House.on(all));
  }

  public String address() {
    return house.address();
  }

  /** The administrator's. */
  public String email() {
    return email;
  }

  /** The e-mail of whoever has this role in the demo brand. */
  public String email(String role) {
    return bean(RowScope.class).everywhere(() -> bean(JdbcClient.class)
        .sql("""
            select u.email from identity_membership m join identity_user u on u.id = m.user_id
              join identity_workspace w on w.id = m.workspace_id
             where w.demo and m.role = :role
            """)
        .param("role", role).query(String.class).single());
  }

  /** The same for everybody there. */
  public String password() {
    return password;
  }

  public UUID brand() {
    return bean(RowScope.class).everywhere(() -> bean(JdbcClient.class)
        .sql("select id from identity_workspace where demo").query(UUID.class).single());
  }

  public <T> T bean(Class<T> type) {
    return house.bean(type);
  }

  @Override
  public void close() {
    house.close();
  }
}
