package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own tokens for the API of one brand. */
@Component
public class ApiTokens {
  /** So that a token found in a file says what it is. */
  private static final String PREFIX = "palabre_";
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  ApiTokens(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a token with at most one's own permissions, and returns what is shown only once. */
  @Transactional
  public String create(Member me, String name, Set<Permission> wished) {
    var token = PREFIX + RandomToken.next();
    var permissions = EnumSet.noneOf(Permission.class);
    wished.stream().filter(me::may).forEach(permissions::add);
    var id = Ids.next();
    jdbc.sql("""
            insert into identity_token (workspace_id, id, user_id, name, token_hash, permissions,
                                        created_at)
            values (:workspace, :id, :user, :name, :hash, :permissions, :now)
            """)
        .param("workspace", me.workspaceId().value())
        .param("id", id)
        .param("user", me.userId())
        .param("name", name)
        .param("hash", RandomToken.hash(token))
        .param("permissions", permissions.stream().map(Enum::name).toArray(String[]::new))
        .param("now", at(clock.instant()))
        .update();
    audit.record(me.workspaceId().value(), me.userId(), "token.created", id, name);
    return token;
  }

  /** One's own, newest first. */
  @Transactional(readOnly = true)
  public List<ApiToken> of(Member me) {
    return jdbc.sql("""
            select id, name, permissions, created_at, used_at from identity_token
             where workspace_id = :workspace and user_id = :user
             order by id desc
            """)
        .param("workspace", me.workspaceId().value())
        .param("user", me.userId())
        .query((row, _) -> token(row))
        .list();
  }

  @Transactional
  public void revoke(Member me, UUID id) {
    var name = jdbc.sql("""
            delete from identity_token
             where workspace_id = :workspace and user_id = :user and id = :id
            returning name
            """)
        .param("workspace", me.workspaceId().value())
        .param("user", me.userId())
        .param("id", id)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No such token"));
    audit.record(me.workspaceId().value(), me.userId(), "token.revoked", id, name);
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(uuid(row, "id"), row.getString("name"),
        permissions(row.getArray("permissions")), instant(row, "created_at"),
        instantOrNull(row, "used_at"));
  }

  static Set<Permission> permissions(Array names) throws SQLException {
    var permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream((String[]) names.getArray()).map(Permission::valueOf)
        .forEach(permissions::add);
    return Collections.unmodifiableSet(permissions);
  }

  /** A token as its person sees it again: never its text. */
  public record ApiToken(UUID id, String name, Set<Permission> permissions, Instant createdAt,
      @Nullable Instant usedAt) {}
}
