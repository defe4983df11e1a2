package fr.palabre.identity;

import fr.palabre.platform.web.Viewer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at work in one brand. Whatever is loaded, is loaded through them.
 *
 * @param permissions those of the role, or fewer where an API token grants fewer
 */
public record Member(
    UserId user,
    String name,
    Workspace workspace,
    Role role,
    Set<Permission> permissions,
    Locale locale,
    String theme)
    implements Viewer {

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public WorkspaceId workspaceId() {
    return workspace.id();
  }

  @Override
  public boolean may(String permission) {
    return permissions.contains(Permission.valueOf(permission));
  }

  @Override
  public UUID userId() {
    return user.value();
  }

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public UUID tenant() {
    return workspace.id().value();
  }

  @Override
  public String tenantPath() {
    return workspace.slug();
  }

  @Override
  public String tenantName() {
    return workspace.name();
  }

  @Override
  public @Nullable String tenantImage() {
    return Workspace.picture(workspace.slug(), workspace.logo());
  }

  @Override
  public ZoneId zone() {
    return workspace.zone();
  }

  @Override
  public boolean demo() {
    return workspace.demo();
  }
}
