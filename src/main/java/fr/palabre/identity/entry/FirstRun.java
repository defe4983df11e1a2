package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.NewWorkspace;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Users;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.platform.db.RowScope;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The very first visit: whoever opens the house becomes its administrator, once. */
@Component
public class FirstRun {
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final Users users;
  private final Workspaces workspaces;
  private final Clock clock;

  FirstRun(JdbcClient jdbc, RowScope scope, Users users, Workspaces workspaces, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.users = users;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  public boolean needed() {
    return !users.anybody();
  }

  /**
   * Creates the administrator and their brand; empty if someone was faster.
   *
   * @param origin the address under which the house was opened
   */
  public Optional<Raised> raise(NewUser administrator, NewWorkspace brand, URI origin) {
    var id = WorkspaceId.next();
    return scope.within(id.value(), () -> {
      if (!claim(origin) || users.anybody()) return Optional.<Raised>empty();
      return users.create(administrator)
          .map(user -> new Raised(user, workspaces.createHere(id, brand, user)));
    });
  }

  /** The row's key lets one transaction through; a second waits here, then finds it taken. */
  private boolean claim(URI origin) {
    return 1 == jdbc.sql("""
            insert into identity_house (raised_at, origin) values (:now, :origin)
            on conflict do nothing
            """)
        .param("now", at(clock.instant()))
        .param("origin", origin.toString())
        .update();
  }

  /** The administrator and the brand of the first run. */
  public record Raised(UserId administrator, Workspace brand) {}
}
