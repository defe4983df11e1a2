package fr.palabre.identity;

import static fr.palabre.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A person's part in one brand: a named set of permissions. */
public enum Role {
  ADMINISTRATOR(EnumSet.allOf(Permission.class)),
  /** Validates. */
  MANAGER(EnumSet.complementOf(EnumSet.of(TEAM_MANAGE, WORKSPACE_MANAGE, ACCOUNT_CONNECT))),
  COMMUNITY_MANAGER(EnumSet.of(CONTENT_READ, CONTENT_WRITE, PUBLISH, MEDIA_WRITE, INBOX_READ,
      INBOX_REPLY, MODERATE, METRICS_READ, REPORT_WRITE, ACCOUNT_READ, ACCOUNT_CONNECT, FREEZE)),
  SOCIAL_LEAD(EnumSet.of(CONTENT_READ, CONTENT_WRITE, CONTENT_APPROVE, PUBLISH, MEDIA_WRITE,
      INBOX_READ, INBOX_REPLY, METRICS_READ, REPORT_WRITE, ACCOUNT_READ, FREEZE)),
  DESIGNER(EnumSet.of(CONTENT_READ, CONTENT_WRITE, MEDIA_WRITE)),
  MODERATOR(EnumSet.of(CONTENT_READ, INBOX_READ, INBOX_REPLY, MODERATE)),
  ANALYST(EnumSet.of(CONTENT_READ, METRICS_READ, REPORT_WRITE, ACCOUNT_READ)),
  READER(EnumSet.of(CONTENT_READ, INBOX_READ, METRICS_READ, ACCOUNT_READ));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
