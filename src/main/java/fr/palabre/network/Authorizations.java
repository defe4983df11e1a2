package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.secrets.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * People sent to a network, until they come back. What comes back counts once, from the same person
 * in the same browser, for the brand they left from.
 */
@Component
public class Authorizations {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final TypeReference<Map<String, String>> MEMORY = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SecretBox box;
  private final RowScope scope;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Authorizations(JdbcClient jdbc, JsonMapper json, SecretBox box, RowScope scope, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.box = box;
    this.scope = scope;
    this.clock = clock;
  }

  /** A state that names the brand and cannot be guessed. */
  public String newState(WorkspaceId workspace) {
    return workspace + "." + secret();
  }

  /** What the browser keeps to prove that it is the one that left. */
  public String newBrowserSecret() {
    return secret();
  }

  public void keep(WorkspaceId workspace, UserId user, NetworkId network, String state,
      String browser, Map<String, String> memory) {
    scope.within(workspace.value(), () -> {
      jdbc.sql("delete from network_authorization where workspace_id = :workspace "
              + "and expires_at < :now")
          .param("workspace", workspace.value()).param("now", at(clock.instant())).update();
      jdbc.sql("""
              insert into network_authorization (workspace_id, state_hash, browser_hash, user_id,
                                                 network, memory, expires_at)
              values (:workspace, :state, :browser, :user, :network, :memory, :expires)
              """)
          .param("workspace", workspace.value())
          .param("state", hash(state))
          .param("browser", hash(browser))
          .param("user", user.value())
          .param("network", network.value())
          .param("memory", box.seal(new Secret(json.writeValueAsString(memory)), state))
          .param("expires", at(clock.instant().plus(PATIENCE)))
          .update();
    });
  }

  /** Takes up what was left, once; empty if this is not who left, or too late. */
  public Optional<Left> take(String state, String browser, UserId user) {
    return workspace(state).flatMap(workspace -> scope.within(workspace.value(), () -> jdbc.sql("""
            delete from network_authorization
             where workspace_id = :workspace and state_hash = :state and browser_hash = :browser
               and user_id = :user and expires_at >= :now
            returning workspace_id, network, memory
            """)
        .param("workspace", workspace.value())
        .param("state", hash(state))
        .param("browser", hash(browser))
        .param("user", user.value())
        .param("now", at(clock.instant()))
        .query((row, _) -> new Left(new WorkspaceId(uuid(row, "workspace_id")),
            new NetworkId(row.getString("network")),
            json.readValue(box.open(row.getBytes("memory"), state).reveal(), MEMORY)))
        .optional()));
  }

  /** The brand a state names. */
  public Optional<WorkspaceId> workspace(String state) {
    try {
      return Optional.of(new WorkspaceId(UUID.fromString(state.split("\\.", 2)[0])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String secret() {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was left behind when the person went. */
  public record Left(WorkspaceId workspace, NetworkId network, Map<String, String> memory) {}
}
