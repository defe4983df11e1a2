package fr.palabre.identity;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.db.Sql;
import fr.palabre.platform.web.Addresses;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The brands of the house, and each person's. */
@Component
public class Workspaces {
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final AuditTrail audit;
  private final Addresses addresses;

  Workspaces(JdbcClient jdbc, RowScope scope, AuditTrail audit, Addresses addresses) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.audit = audit;
    this.addresses = addresses;
  }

  /** The brands this person works in, by name. */
  public List<Place> of(UserId person) {
    return jdbc.sql("select id, slug, name, logo, role from identity_brands(:person)")
        .param("person", person.value())
        .query((row, _) -> new Place(new WorkspaceId(Sql.uuid(row, "id")),
            row.getString("slug"), row.getString("name"),
            Workspace.picture(row.getString("slug"), row.getString("logo")),
            Role.valueOf(row.getString("role"))))
        .list();
  }

  /** @throws NoSuchElementException if there is no such brand, or no more */
  public Workspace workspace(WorkspaceId id) {
    return scope.within(id.value(), () -> jdbc.sql("""
            select slug, name, zone, locale, demo, owner_approves, logo
              from identity_workspace where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> new Workspace(id, row.getString("slug"), row.getString("name"),
            ZoneId.of(row.getString("zone")), Locale.of(row.getString("locale")),
            row.getBoolean("demo"), row.getBoolean("owner_approves"), row.getString("logo")))
        .optional()).orElseThrow(() -> new NoSuchElementException("No brand " + id));
  }

  /** Whoever administers a brand may open another. */
  public boolean mayCreate(UserId person) {
    return of(person).stream().anyMatch(place -> place.role() == Role.ADMINISTRATOR);
  }

  /** Creates the brand, with this person as its first administrator. */
  public Workspace create(NewWorkspace brand, UserId administrator) {
    var id = WorkspaceId.next();
    return scope.within(id.value(), () -> createHere(id, brand, administrator));
  }

  /** The same in a transaction that already sees the rows of this new id. */
  public Workspace createHere(WorkspaceId id, NewWorkspace brand, UserId administrator) {
    var slug = insert(id, brand);
    join(id, administrator, Role.ADMINISTRATOR);
    audit.record(id.value(), administrator.value(), "workspace.created", id.value(),
        brand.name());
    return new Workspace(id, slug, brand.name(), brand.zone(), brand.locale(), brand.demo(), true);
  }

  /**
   * Makes the person a member, in the caller's transaction, which sees this brand's rows.
   *
   * @return false where they were one already: their role stays
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean join(WorkspaceId workspace, UserId user, Role role) {
    return 1 == jdbc.sql("""
            insert into identity_membership (workspace_id, user_id, role)
            values (:workspace, :user, :role)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("user", user.value())
        .param("role", role.name())
        .update();
  }

  /** Takes the first free slug: "terroir", "terroir-2", … */
  private String insert(WorkspaceId id, NewWorkspace brand) {
    var wanted = Slug.of(brand.name());
    for (int n = 1; ; n++) {
      var slug = n == 1 ? wanted : wanted + "-" + n;
      if (!addresses.taken(slug) && insert(id, slug, brand)) return slug;
    }
  }

  private boolean insert(WorkspaceId id, String slug, NewWorkspace brand) {
    return 1 == jdbc.sql("""
            insert into identity_workspace (id, slug, name, zone, locale, demo)
            values (:id, :slug, :name, :zone, :locale, :demo)
            on conflict (slug) do nothing
            """)
        .param("id", id.value())
        .param("slug", slug)
        .param("name", brand.name())
        .param("zone", brand.zone().getId())
        .param("locale", brand.locale().getLanguage())
        .param("demo", brand.demo())
        .update();
  }

  /** One of a person's brands, and their part in it. */
  public record Place(WorkspaceId id, String slug, String name, @Nullable String picture,
      Role role) {}
}
