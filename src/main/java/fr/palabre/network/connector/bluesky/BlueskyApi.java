package fr.palabre.network.connector.bluesky;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import fr.palabre.network.connector.bluesky.BlueskyPayloads.*;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.HeaderNumber;
import fr.palabre.network.wire.JsonAnswers;
import fr.palabre.network.wire.RetryAfter;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.Outgoing;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's calls (XRPC), one method each; nothing but HTTP and JSON. */
final class BlueskyApi {
  static final JsonMapper JSON = JsonMapper.builder()
      .changeDefaultPropertyInclusion(it -> it.withValueInclusion(NON_NULL))
      .build();
  // The service of private messages, whatever the PDS (docs.bsky.app, checked 2026-11-21).
  private static final String CHAT = "did:web:api.bsky.chat#bsky_chat";
  private static final int PAGE = 100;

  private final Outgoing http;
  private final Quota.Seen quotas;
  private final Clock clock;
  private final JsonAnswers answers;

  BlueskyApi(Outgoing http, Quota.Seen quotas, Clock clock) {
    this.http = http;
    this.quotas = quotas;
    this.clock = clock;
    this.answers = new JsonAnswers(JSON, this::refused);
  }

  // ---- sessions and people

  Answer<Session> createSession(URI service, String identifier, String password) {
    var body = json(new SignIn(identifier, password));
    return read(call(post(service, "com.atproto.server.createSession", body)), Session.class);
  }

  Answer<Session> refreshSession(URI service, String refreshToken) {
    var call = post(service, "com.atproto.server.refreshSession", "").bearer(refreshToken);
    return read(call(call), Session.class);
  }

  Answer<JsonNode> deleteSession(URI service, String refreshToken) {
    var call = post(service, "com.atproto.server.deleteSession", "").bearer(refreshToken);
    return call(call);
  }

  Answer<ResolvedHandle> resolveHandle(BlueskyAccess access, String handle) {
    var call = get(access.service(), "com.atproto.identity.resolveHandle", "handle", handle);
    return read(call(call), ResolvedHandle.class);
  }

  Answer<Profile> profile(BlueskyAccess access) {
    return read(publicly(access, "app.bsky.actor.getProfile", "actor", access.did()),
        Profile.class);
  }

  // ---- records

  Answer<Uploaded> uploadBlob(BlueskyAccess access, String mimeType, byte[] bytes) {
    var address = address(access.service(), "com.atproto.repo.uploadBlob");
    return read(call(access, HttpCall.post(address, mimeType, bytes)), Uploaded.class);
  }

  Answer<Ref> createRecord(BlueskyAccess access, AtUri uri, Object record) {
    var body = new Write(uri.repo(), uri.collection(), uri.key(), record);
    var call = post(access.service(), "com.atproto.repo.createRecord", json(body));
    return answers.read(send(access, call), Ref.class);
  }

  /** Deleting what is not there is answered like deleting what was (recorded). */
  Answer<JsonNode> deleteRecord(BlueskyAccess access, AtUri uri) {
    var body = new Removal(uri.repo(), uri.collection(), uri.key());
    return write(access, "com.atproto.repo.deleteRecord", body);
  }

  Answer<Stored> getRecord(BlueskyAccess access, AtUri uri) {
    var parameters = new String[] {
      "repo", uri.repo(), "collection", uri.collection(), "rkey", uri.key()
    };
    var method = "com.atproto.repo.getRecord";
    // Our own records are read where they are written: the AppView learns of them later.
    var own = uri.repo().equals(access.did());
    return read(
        own
            ? call(access, get(access.service(), method, parameters))
            : publicly(access, method, parameters),
        Stored.class);
  }

  // ---- what happened

  Answer<Notifications> notifications(BlueskyAccess access, @Nullable String page) {
    var parameters = new ArrayList<>(List.of("limit", String.valueOf(PAGE)));
    if (page != null) parameters.addAll(List.of("cursor", page));
    var call = get(access.service(), "app.bsky.notification.listNotifications",
        parameters.toArray(String[]::new));
    return read(call(access, call), Notifications.class);
  }

  Answer<Posts> posts(BlueskyAccess access, List<String> uris) {
    return read(publicly(access, "app.bsky.feed.getPosts", uris(uris)), Posts.class);
  }

  /** With what is ours about them: our like, for one. */
  Answer<Posts> postsAsSeenByUs(BlueskyAccess access, List<String> uris) {
    var call = get(access.service(), "app.bsky.feed.getPosts", uris(uris));
    return read(call(access, call), Posts.class);
  }

  // ---- private messages

  Answer<Conversations> conversations(BlueskyAccess access, int limit) {
    return read(chat(access, "chat.bsky.convo.listConvos", "limit", String.valueOf(limit)),
        Conversations.class);
  }

  Answer<ChatLogs> chatLog(BlueskyAccess access, String cursor) {
    return read(chat(access, "chat.bsky.convo.getLog", "cursor", cursor), ChatLogs.class);
  }

  Answer<ChatMessages> chatMessages(BlueskyAccess access, String conversation) {
    return read(
        chat(access, "chat.bsky.convo.getMessages", "convoId", conversation, "limit", "50"),
        ChatMessages.class);
  }

  Answer<ChatMessage> sendMessage(BlueskyAccess access, ChatSend message) {
    return read(chat(access, "chat.bsky.convo.sendMessage", message), ChatMessage.class);
  }

  Answer<JsonNode> react(BlueskyAccess access, boolean add, ChatReaction reaction) {
    var method = add ? "chat.bsky.convo.addReaction" : "chat.bsky.convo.removeReaction";
    return chat(access, method, reaction);
  }

  // ---- how it is asked

  private Answer<JsonNode> write(BlueskyAccess access, String method, Object body) {
    return call(access, post(access.service(), method, json(body)));
  }

  /** What everybody may read: from the AppView if one was named, else through our server. */
  private Answer<JsonNode> publicly(BlueskyAccess access, String method, String... parameters) {
    return access.appview() == null
        ? call(access, get(access.service(), method, parameters))
        : call(get(access.appview(), method, parameters));
  }

  private Answer<JsonNode> chat(BlueskyAccess access, String method, String... parameters) {
    return call(access,
        get(access.service(), method, parameters).header("atproto-proxy", CHAT));
  }

  private Answer<JsonNode> chat(BlueskyAccess access, String method, Object body) {
    return call(access,
        post(access.service(), method, json(body)).header("atproto-proxy", CHAT));
  }

  private static HttpCall get(URI base, String method, String... parameters) {
    return HttpCall.get(address(base, method, parameters));
  }

  private static HttpCall post(URI base, String method, String body) {
    return HttpCall.postJson(address(base, method), body);
  }

  private static URI address(URI base, String method, String... parameters) {
    var query = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2)
      query.append(i == 0 ? '?' : '&').append(parameters[i]).append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    return base.resolve("/xrpc/" + method + query);
  }

  private static String[] uris(List<String> uris) {
    return uris.stream().flatMap(it -> Stream.of("uris", it))
        .toArray(String[]::new);
  }

  // ---- how its answer is read

  private Answer<JsonNode> call(BlueskyAccess access, HttpCall call) {
    return answers.read(send(access, call));
  }

  private HttpResult send(BlueskyAccess access, HttpCall call) {
    var result = http.send(call.bearer(access.token()));
    var account = access.account();
    if (account != null && result instanceof HttpResult.Answer answer)
      Quota.read(answer).ifPresent(it -> quotas.seen(
          account, it.bucket(), it.allowed(), it.remaining(), it.resetsAt()));
    return result;
  }

  private Answer<JsonNode> call(HttpCall call) {
    return answers.read(http.send(call));
  }

  private <T> Answer<T> read(Answer<JsonNode> answer, Class<T> type) {
    return answers.read(answer, type);
  }

  private Refused<JsonNode> refused(HttpResult.Answer answer) {
    var problem = problem(answer);
    var error = Optional.ofNullable(problem.error()).orElse("HTTP " + answer.status());
    var message = Optional.ofNullable(problem.message()).orElse("");
    return new Refused<>(answer.status(), error, message, retryAt(answer));
  }

  private static Problem problem(HttpResult.Answer answer) {
    try {
      return JSON.readValue(answer.body(), Problem.class);
    } catch (JacksonException e) {
      return new Problem(null, null);
    }
  }

  private @Nullable Instant retryAt(HttpResult.Answer answer) {
    return RetryAfter.of(answer, clock.instant())
        .or(() -> HeaderNumber.of(answer, "ratelimit-reset").map(Instant::ofEpochSecond))
        .orElse(null);
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
