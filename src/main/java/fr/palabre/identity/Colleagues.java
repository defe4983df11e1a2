package fr.palabre.identity;

import static fr.palabre.platform.db.Sql.uuid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a brand, as the other rooms need to know them: a name, a part. */
@Component
public class Colleagues {
  private final JdbcClient jdbc;

  Colleagues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those who work in this brand now, by name. */
  public List<Colleague> of(WorkspaceId workspace) {
    return jdbc.sql("""
            select u.id, u.name, m.role
              from identity_membership m
              join identity_user u on u.id = m.user_id
             where m.workspace_id = :workspace and u.disabled_at is null
             order by u.name, u.id
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new Colleague(new UserId(uuid(row, "id")), row.getString("name"),
            Role.valueOf(row.getString("role"))))
        .list();
  }

  /** Names of people, those who left the brand too. */
  public Map<UserId, String> names(Collection<UserId> people) {
    if (people.isEmpty()) return Map.of();
    return jdbc.sql("select id, name from identity_user where id = any(:ids)")
        .param("ids", people.stream().map(UserId::value).toArray(UUID[]::new))
        .query((row, _) -> Map.entry(new UserId(uuid(row, "id")), row.getString("name")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether somebody else in this brand has this permission. */
  public boolean anotherMay(WorkspaceId workspace, UserId person, Permission permission) {
    return of(workspace).stream()
        .anyMatch(c -> !c.user().equals(person) && c.role().may(permission));
  }

  public record Colleague(UserId user, String name, Role role) {}
}
