package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.User;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns that {@code identity_authenticate} and {@code identity_bearer} have in common. */
final class MemberRow {
  private MemberRow() {}

  static User user(ResultSet row) throws SQLException {
    return new User(new UserId(uuid(row, "user_id")), row.getString("email"),
        row.getString("name"), Locale.of(row.getString("locale")), row.getString("theme"));
  }

  /** Null where the person has no part in the brand of this address. */
  static @Nullable Member member(ResultSet row, User user, String brand) throws SQLException {
    var id = row.getObject("workspace_id", java.util.UUID.class);
    if (id == null) return null;
    var workspace = new Workspace(new WorkspaceId(id), brand, row.getString("workspace_name"),
        ZoneId.of(row.getString("zone")), Locale.of(row.getString("workspace_locale")),
        row.getBoolean("demo"), row.getBoolean("owner_approves"), row.getString("logo"));
    var role = Role.valueOf(row.getString("role"));
    return new Member(user.id(), user.name(), workspace, role, role.permissions(), user.locale(),
        user.theme());
  }
}
