package fr.palabre.platform.web.api;

import static fr.palabre.platform.db.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What each keyed write was answered, kept a day in the transaction of the write itself. */
@Component
class FirstAnswers {
  private static final Duration KEPT = Duration.ofDays(1);
  private final JdbcClient jdbc;
  private final Clock clock;

  FirstAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A write as its sender names it. */
  record Key(UUID tenant, UUID token, String text, byte[] requestHash) {}

  record Answer(byte[] requestHash, int status, @Nullable String type, @Nullable String location,
      @Nullable String etag, byte[] body) {
    boolean to(Key key) {
      return Arrays.equals(requestHash, key.requestHash());
    }
  }

  /**
   * Takes the key for this transaction; who comes meanwhile waits for its end.
   *
   * @return what the first one was answered; empty if this is the first
   */
  Optional<Answer> claim(Key key) {
    var now = clock.instant();
    jdbc.sql("""
            delete from platform_answer
             where workspace_id = :workspace and token_id = :token and at < :old
            """)
        .param("workspace", key.tenant())
        .param("token", key.token())
        .param("old", at(now.minus(KEPT)))
        .update();
    var first = jdbc.sql("""
            insert into platform_answer (workspace_id, token_id, key, request_hash, at)
            values (:workspace, :token, :key, :hash, :now)
            on conflict do nothing
            """)
        .param("workspace", key.tenant())
        .param("token", key.token())
        .param("key", key.text())
        .param("hash", key.requestHash())
        .param("now", at(now))
        .update() == 1;
    return first ? Optional.empty() : Optional.of(answer(key));
  }

  private Answer answer(Key key) {
    return jdbc.sql("""
            select request_hash, status, content_type, location, etag, body from platform_answer
             where workspace_id = :workspace and token_id = :token and key = :key
            """)
        .param("workspace", key.tenant())
        .param("token", key.token())
        .param("key", key.text())
        .query((row, _) -> answer(row))
        .single();
  }

  void keep(Key key, ContentCachingResponseWrapper answer) {
    jdbc.sql("""
            update platform_answer
               set status = :status, content_type = :type, location = :location, etag = :etag,
                   body = :body
             where workspace_id = :workspace and token_id = :token and key = :key
            """)
        .param("status", answer.getStatus())
        .param("type", answer.getContentType())
        .param("location", answer.getHeader(HttpHeaders.LOCATION))
        .param("etag", answer.getHeader(HttpHeaders.ETAG))
        .param("body", answer.getContentAsByteArray())
        .param("workspace", key.tenant())
        .param("token", key.token())
        .param("key", key.text())
        .update();
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(row.getBytes("request_hash"), row.getInt("status"),
        row.getString("content_type"), row.getString("location"), row.getString("etag"),
        row.getBytes("body"));
  }
}
