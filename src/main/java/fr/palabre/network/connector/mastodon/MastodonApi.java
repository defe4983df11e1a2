package fr.palabre.network.connector.mastodon;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import fr.palabre.network.DeliveryKey;
import fr.palabre.network.PostDraft;
import fr.palabre.network.connector.mastodon.MastodonPayloads.*;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.Answer.Unknown;
import fr.palabre.network.wire.JsonAnswers;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.Outgoing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The server's calls, one method each; nothing but HTTP and JSON. */
final class MastodonApi {
  static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .changeDefaultPropertyInclusion(it -> it.withValueInclusion(NON_NULL))
      .build();
  /** More ids than this in one question are refused (Mastodon's own limit of a page). */
  static final int IDS = 20;
  /** The longest page of notifications that the documentation promises. */
  static final int NOTIFICATIONS = 80;
  static final int STATUSES = 40;
  private static final String[] WANTED = {"mention", "quote", "favourite", "reblog", "follow"};
  private static final Duration UPLOAD = Duration.ofSeconds(90);
  private static final int STILL_WORKING = 206;

  private final Outgoing http;
  private final Quota.Seen quotas;
  private final Clock clock;
  private final JsonAnswers answers;

  MastodonApi(Outgoing http, Quota.Seen quotas, Clock clock) {
    this.http = http;
    this.quotas = quotas;
    this.clock = clock;
    this.answers = new JsonAnswers(JSON, this::refused);
  }

  // ---- the server and how it lets one in

  Answer<Metadata> metadata(URI server) {
    var address = server.resolve("/.well-known/oauth-authorization-server");
    return read(call(HttpCall.get(address)), Metadata.class);
  }

  Answer<Application> register(URI server, Form form) {
    return read(call(form.post(server.resolve("/api/v1/apps"))), Application.class);
  }

  Answer<Token> token(URI server, Form form) {
    return read(call(form.post(server.resolve("/oauth/token"))), Token.class);
  }

  Answer<Account> account(MastodonAccess access) {
    return read(get(access, "/api/v1/accounts/verify_credentials"), Account.class);
  }

  /** Version 2 came with Mastodon 4.0; others have the first one only. */
  Answer<Instance> instance(MastodonAccess access) {
    var second = read(get(access, "/api/v2/instance"), Instance.class);
    return second instanceof Refused<Instance> refused && refused.status() == 404
        ? read(get(access, "/api/v1/instance"), Instance.class)
        : second;
  }

  // ---- statuses

  Answer<Status> status(MastodonAccess access, String id) {
    return read(get(access, "/api/v1/statuses/" + Form.encode(id)), Status.class);
  }

  /** Those that are there, in any order; from Mastodon 4.3 on. At most {@link #IDS}. */
  Answer<List<JsonNode>> statuses(MastodonAccess access, List<String> ids) {
    var form = new Form();
    ids.forEach(id -> form.add("id[]", id));
    return list(get(access, "/api/v1/statuses?" + form));
  }

  /** Our own, whatever their visibility, from the newest back. */
  Answer<List<Status>> ownStatuses(MastodonAccess access, String account, @Nullable String before) {
    var form = new Form().add("limit", String.valueOf(STATUSES)).add("exclude_reblogs", "true");
    if (before != null) form.add("max_id", before);
    var path = "/api/v1/accounts/" + Form.encode(account) + "/statuses?" + form;
    return read(get(access, path), Status[].class).map(List::of);
  }

  Answer<Context> context(MastodonAccess access, String id) {
    return read(get(access, "/api/v1/statuses/" + Form.encode(id) + "/context"), Context.class);
  }

  Answer<Status> publish(MastodonAccess access, Writing writing, DeliveryKey key) {
    var call = json("POST", access, "/api/v1/statuses", writing)
        .header("Idempotency-Key", key.value().toString());
    return answers.read(send(access, call), Status.class);
  }

  Answer<Status> edit(MastodonAccess access, String id, Writing writing) {
    var call = json("PUT", access, "/api/v1/statuses/" + Form.encode(id), writing);
    return read(call(access, call), Status.class);
  }

  Answer<JsonNode> delete(MastodonAccess access, String id) {
    var path = "/api/v1/statuses/" + Form.encode(id) + "?delete_media=true";
    return call(access, HttpCall.get(access.server().resolve(path)).method("DELETE"));
  }

  Answer<JsonNode> favourite(MastodonAccess access, String id, boolean wanted) {
    var verb = wanted ? "/favourite" : "/unfavourite";
    var path = "/api/v1/statuses/" + Form.encode(id) + verb;
    return call(access, new Form().post(access.server().resolve(path)));
  }

  // ---- images

  Answer<Media> upload(MastodonAccess access, PostDraft.Image image, byte[] bytes) {
    var form = new Multipart().file("file", image.mimeType(), bytes);
    if (!image.altText().isBlank()) form.text("description", image.altText());
    var address = access.server().resolve("/api/v2/media");
    return read(call(access, form.post(address).within(UPLOAD)), Media.class);
  }

  Answer<Media> media(MastodonAccess access, String id) {
    var address = access.server().resolve("/api/v1/media/" + Form.encode(id));
    var result = send(access, HttpCall.get(address));
    return result instanceof HttpResult.Answer answer && answer.status() == STILL_WORKING
        ? new Ok<>(new Media(id, null, null))
        : read(answers.read(result), Media.class);
  }

  // ---- what happened

  /**
   * One page after that notification, or the newest. Those that the account's own filter sets
   * aside come too: a stranger's private message is set aside by default.
   */
  Answer<List<JsonNode>> notifications(MastodonAccess access, @Nullable String after) {
    var form = new Form().add("limit", String.valueOf(NOTIFICATIONS))
        .add("include_filtered", "true");
    for (var type : WANTED) form.add("types[]", type);
    if (after != null) form.add("min_id", after);
    return list(get(access, "/api/v1/notifications?" + form));
  }

  // ---- how it is asked

  private Answer<JsonNode> get(MastodonAccess access, String path) {
    return call(access, HttpCall.get(access.server().resolve(path)));
  }

  private static HttpCall json(String method, MastodonAccess access, String path, Object body) {
    var address = access.server().resolve(path);
    return HttpCall.postJson(address, JSON.writeValueAsString(body)).method(method);
  }

  // ---- how its answer is read

  private Answer<JsonNode> call(MastodonAccess access, HttpCall call) {
    return answers.read(send(access, call));
  }

  private Answer<JsonNode> call(HttpCall call) {
    return answers.read(http.send(call));
  }

  private HttpResult send(MastodonAccess access, HttpCall call) {
    var result = http.send(call.bearer(access.token()));
    var account = access.account();
    if (account != null && result instanceof HttpResult.Answer answer)
      Quota.read(call, answer).ifPresent(it -> quotas.seen(
          account, it.bucket(), it.allowed(), it.remaining(), it.resetsAt()));
    return result;
  }

  private <T> Answer<T> read(Answer<JsonNode> answer, Class<T> type) {
    return answers.read(answer, type);
  }

  private static Answer<List<JsonNode>> list(Answer<JsonNode> answer) {
    return answer.then(json -> json.isArray()
        ? new Ok<>(new ArrayList<>(json.valueStream().toList()))
        : new Unknown<>("answer is not a list"));
  }

  private Refused<JsonNode> refused(HttpResult.Answer answer) {
    return new Refused<>(answer.status(), "HTTP " + answer.status(), words(answer),
        Quota.retryAt(answer, clock));
  }

  private static String words(HttpResult.Answer answer) {
    try {
      var problem = JSON.readTree(answer.body());
      var error = problem.path("error").asString("");
      var more = problem.path("error_description").asString("");
      if (!error.isBlank()) return more.isBlank() ? error : error + ": " + more;
    } catch (JacksonException e) {
      // Not the API's own voice: a gateway's page, or another kind of server.
    }
    return "HTTP " + answer.status();
  }
}
