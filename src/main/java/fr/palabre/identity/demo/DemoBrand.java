package fr.palabre.identity.demo;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.NewWorkspace;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Users;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import fr.palabre.platform.demo.DemoStage.Person;
import fr.palabre.platform.secrets.MasterKey;
import fr.palabre.platform.secrets.Secret;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * "Le Fournil des Lilas", a bakery that does not exist: its people, then whatever each module adds,
 * all in one transaction, so that there is the whole of it or nothing.
 */
@Component
class DemoBrand {
  private static final String NAME = "Le Fournil des Lilas";
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final List<Part> PARTS = List.of(
      new Part("ambre", "Ambre Mielot", Role.ADMINISTRATOR),
      new Part("basile", "Basile Fermentin", Role.MANAGER),
      new Part("capucine", "Capucine Levain", Role.COMMUNITY_MANAGER),
      new Part("eglantine", "Églantine Mouture", Role.SOCIAL_LEAD),
      new Part("desire", "Désiré Pétrin", Role.DESIGNER),
      new Part("fulbert", "Fulbert Tamis", Role.MODERATOR),
      new Part("garance", "Garance Boisseau", Role.ANALYST),
      new Part("honore", "Honoré Panetier", Role.READER));
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final Users users;
  private final Workspaces workspaces;
  private final List<DemoScene> scenes;
  private final MasterKey key;
  private final Clock clock;

  DemoBrand(JdbcClient jdbc, RowScope scope, Users users, Workspaces workspaces,
      List<DemoScene> scenes, MasterKey key, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.users = users;
    this.workspaces = workspaces;
    this.scenes = scenes.stream().sorted(Comparator.comparingInt(DemoScene::order)).toList();
    this.key = key;
    this.clock = clock;
  }

  /** Makes the brand unless there is one; false if there was. */
  boolean raise() {
    return scope.everywhere(() -> {
      if (!claim()) return false;
      var id = WorkspaceId.next();
      scope.within(id.value(), () -> {
        var stage = new DemoStage(id.value(), ZONE, clock.instant(), people(id));
        scenes.forEach(scene -> scene.play(stage));
      });
      return true;
    });
  }

  /** The address that signs in as the administrator; the others differ by their first name. */
  String email() {
    return PARTS.getFirst().email();
  }

  /** One for this installation, the same at each start: no password is shipped with the product. */
  Secret password() {
    return new Secret("lilas-" + key.deriveHex("demo password").substring(0, 10));
  }

  // Two nodes that start together: the second waits, then finds the brand.
  private boolean claim() {
    jdbc.sql("select pg_advisory_xact_lock(7263)").query((_, _) -> true).single();
    return !jdbc.sql("select exists (select from identity_workspace where demo)")
        .query(Boolean.class).single();
  }

  private List<Person> people(WorkspaceId brand) {
    var people = new ArrayList<Person>();
    for (var part : PARTS) {
      var user = user(part);
      if (people.isEmpty())
        workspaces.createHere(brand, new NewWorkspace(NAME, Locale.FRENCH, ZONE, true), user);
      else workspaces.join(brand, user, part.role);
      people.add(new Person(user.value(), part.name, part.email(), part.role.name()));
    }
    return people;
  }

  // Where a person of a demo that was deleted signs in still, they come back.
  private UserId user(Part part) {
    return users.create(new NewUser(part.email(), part.name, password(), Locale.FRENCH))
        .orElseGet(() -> jdbc.sql("select id from identity_user where lower(email) = :email")
            .param("email", part.email())
            .query((row, _) -> new UserId(row.getObject("id", java.util.UUID.class)))
            .single());
  }

  private record Part(String mailbox, String name, Role role) {
    private String email() {
      // A domain that nobody can own (RFC 2606).
      return mailbox + "@fournil-des-lilas.example";
    }
  }
}
