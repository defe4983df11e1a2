package fr.palabre.identity.team;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.MemberLeft;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members of a brand. It always keeps one administrator. */
@Component
public class Team {
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  Team(JdbcClient jdbc, RowScope scope, AuditTrail audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.audit = audit;
    this.events = events;
  }

  /** Everyone in this brand, by name. */
  @Transactional(readOnly = true)
  public List<Teammate> of(WorkspaceId workspace) {
    return jdbc.sql("""
            select u.id, u.name, u.email, m.role, m.created_at
              from identity_membership m join identity_user u on u.id = m.user_id
             where m.workspace_id = :workspace
             order by lower(u.name), u.id
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new Teammate(new UserId(uuid(row, "id")), row.getString("name"),
            row.getString("email"), Role.valueOf(row.getString("role")),
            instant(row, "created_at")))
        .list();
  }

  /** @throws NoSuchElementException if this person is not in the brand */
  @Transactional(readOnly = true)
  public Teammate teammate(WorkspaceId workspace, UserId user) {
    return of(workspace).stream().filter(mate -> mate.id().equals(user)).findFirst()
        .orElseThrow(() -> new NoSuchElementException("Not in this brand: " + user));
  }

  /** @return false, and nothing changed, where the brand would lose its last administrator */
  @Transactional
  public boolean change(Member me, UserId user, Role role) {
    var mate = teammate(me.workspaceId(), user);
    if (mate.role() == role) return true;
    if (isLastAdministrator(me.workspaceId(), user)) return false;
    jdbc.sql("""
            update identity_membership set role = :role
             where workspace_id = :workspace and user_id = :user
            """)
        .param("role", role.name())
        .param("workspace", me.workspaceId().value())
        .param("user", user.value())
        .update();
    audit.record(me.workspaceId().value(), me.userId(), "member.role.changed", user.value(),
        mate.name() + " → " + role);
    return true;
  }

  /** @return false, and nothing changed, where the brand would lose its last administrator */
  @Transactional
  public boolean remove(Member me, UserId user) {
    return take(me.workspaceId(), user, me.user(), "member.removed");
  }

  /** A person takes themself out of a brand; false where they are its last administrator. */
  public boolean leave(WorkspaceId workspace, UserId person) {
    return scope.within(workspace.value(), () -> take(workspace, person, person, "member.left"));
  }

  /** Whether the actor may make a sign-in link for this person: they run all that person's brands. */
  public boolean mayMendSignIn(Member me, UserId user) {
    return jdbc.sql("select identity_administers_all(:actor, :person)")
        .param("actor", me.userId())
        .param("person", user.value())
        .query(Boolean.class)
        .single();
  }

  private boolean take(WorkspaceId workspace, UserId user, UserId by, String act) {
    var mate = teammate(workspace, user);
    if (isLastAdministrator(workspace, user)) return false;
    jdbc.sql("""
            delete from identity_membership where workspace_id = :workspace and user_id = :user
            """)
        .param("workspace", workspace.value())
        .param("user", user.value())
        .update();
    audit.record(workspace.value(), by.value(), act, user.value(), mate.name());
    events.publishEvent(new MemberLeft(workspace, user));
    return true;
  }

  /** Locks the brand's administrators, so that two cannot leave it at once. */
  private boolean isLastAdministrator(WorkspaceId workspace, UserId user) {
    var administrators = jdbc.sql("""
            select user_id from identity_membership
             where workspace_id = :workspace and role = 'ADMINISTRATOR'
             order by user_id for update
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> uuid(row, "user_id"))
        .list();
    return administrators.equals(List.of(user.value()));
  }

  /** A member of the brand, as the others see them. */
  public record Teammate(UserId id, String name, String email, Role role, Instant since) {}
}
