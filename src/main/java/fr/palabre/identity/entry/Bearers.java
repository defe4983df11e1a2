package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.User;
import fr.palabre.platform.db.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who holds a token: the same member as in the browser, with the token's permissions. */
@Component
class Bearers {
  private static final Duration USED_STEP = Duration.ofMinutes(1);
  private final JdbcClient jdbc;
  private final RowScope scope;

  Bearers(JdbcClient jdbc, RowScope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  Optional<Bearer> bearer(String token, String brand, Instant now) {
    var found = jdbc.sql("select * from identity_bearer(:hash, :brand)")
        .param("hash", RandomToken.hash(token))
        .param("brand", brand)
        .query((row, _) -> bearer(row, brand))
        .optional();
    found.filter(bearer -> bearer.stale(now)).ifPresent(bearer -> used(bearer, now));
    return found;
  }

  private void used(Bearer bearer, Instant now) {
    scope.within(bearer.workspace(), () -> {
      jdbc.sql("""
              update identity_token set used_at = :now
               where workspace_id = :workspace and id = :id
              """)
          .param("now", at(now))
          .param("workspace", bearer.workspace())
          .param("id", bearer.token())
          .update();
    });
  }

  private static Bearer bearer(ResultSet row, String brand) throws SQLException {
    var user = MemberRow.user(row);
    var member = MemberRow.member(row, user, brand);
    var granted = EnumSet.noneOf(Permission.class);
    granted.addAll(ApiTokens.permissions(row.getArray("permissions")));
    return new Bearer(user, member == null ? null : restricted(member, granted),
        uuid(row, "token_workspace"), uuid(row, "token_id"), instantOrNull(row, "seen_at"));
  }

  private static Member restricted(Member member,
      EnumSet<Permission> granted) {
    granted.retainAll(member.permissions());
    return new Member(member.user(), member.name(), member.workspace(), member.role(), granted,
        member.locale(), member.theme());
  }

  /**
   * Whoever sent a token.
   *
   * @param member null where the address is not of the token's brand
   */
  record Bearer(User user, @Nullable Member member, UUID workspace, UUID token,
      @Nullable Instant usedAt) {
    boolean stale(Instant now) {
      return usedAt == null || usedAt.plus(USED_STEP).isBefore(now);
    }
  }
}
