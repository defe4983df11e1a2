package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;

import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.InDoubt;
import fr.palabre.network.Settlement;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What reading an account back told of a call whose answer was lost. */
@Component
class Readings {
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final JsonMapper json;
  private final Clock clock;
  private final NextParts nextParts;

  Readings(JdbcClient jdbc, RowScope scope, JsonMapper json, Clock clock, NextParts nextParts) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.json = json;
    this.clock = clock;
    this.nextParts = nextParts;
  }

  /** @return false if it was settled by other means while the account was read */
  boolean write(Due due, InDoubt doubt, Settlement told, Instant readAt) {
    var now = clock.instant();
    var next = Answer.Columns.of(Course.after(due.delivery(), doubt, told, now));
    return scope.everywhere(() -> {
      if (!step(due, doubt, told, next, readAt, now)) return false;
      nextParts.follow(json.writeValueAsString(List.of(new Out(
          due.delivery().workspace().value(), due.delivery().id().value(), next.remote()))), now);
      return true;
    });
  }

  private boolean step(Due due, InDoubt doubt, Settlement told, Answer.Columns next,
      Instant readAt, Instant now) {
    var remote = next.remote();
    return jdbc.sql("""
            with moved as (
              update delivery_delivery
                 set standing = :standing, why = :why, next_at = :next, steps = steps + 1,
                     readings = readings + 1, remote_id = :remote, root_id = :root,
                     permalink = :permalink, moved_at = :now, tell_at = :now
               where workspace_id = :workspace and id = :id
                 and standing = 'IN_DOUBT' and attempts = :attempts and readings = :readings
              returning workspace_id, id, steps
            )
            insert into delivery_attempt (workspace_id, delivery_id, number, kind, at, answered_at,
                result, detail, until_at)
            select workspace_id, id, steps, 'READING', :readAt, :now, :result, :detail, :next
              from moved
            """)
        .param("standing", next.standing())
        .param("why", next.why())
        .param("next", atOrNull(next.next()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("remote", remote)
        .param("root", remote == null ? null : Answer.root(due.act(), remote))
        .param("permalink", next.permalink())
        .param("workspace", due.delivery().workspace().value())
        .param("id", due.delivery().id().value())
        .param("attempts", due.delivery().attempts())
        .param("readings", doubt.readings())
        .param("readAt", at(readAt))
        .param("now", at(now))
        .param("result", result(told))
        .param("detail", told instanceof Settlement.CannotTell(String cause) ? cause : "")
        .update() == 1;
  }

  private static String result(Settlement told) {
    return switch (told) {
      case Settlement.Found _ -> "FOUND";
      case Settlement.Absent _ -> "ABSENT";
      case Settlement.CannotTell _ -> "CANNOT_TELL";
    };
  }

  private record Out(UUID workspace, UUID id, @Nullable String remote) {}
}
