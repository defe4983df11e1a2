package fr.palabre.delivery.simulation;

import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.Credentials;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.NetworkId;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.secrets.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A server that speaks Mastodon, as its documentation says (resources network/mastodon). */
final class MastodonServer extends Server {
  private static final long FIRST = 115_580_000_000_001_000L;
  private int made;

  MastodonServer(int number, Clock clock) {
    super(number, clock);
  }

  @Override
  NetworkId network() {
    return new NetworkId("mastodon");
  }

  @Override
  Connected connected() {
    revoked = false;
    tokens++;
    return new Connected("c@" + host(), "c@" + host(), host(), null,
        Map.of("server", "https://" + host(), "domain", host(), "id", "1"),
        new Credentials(Map.of("token", new Secret("t" + tokens)), null), Set.of());
  }

  @Override
  String target(int item, boolean ours) {
    return "9000000" + item;
  }

  @Override
  Asked asked(HttpCall call) {
    var path = call.address().getPath();
    return switch (call.method()) {
      case "GET" -> new Asked(Asked.Kind.READ, -1);
      case "POST" -> switch (path) {
        case "/api/v1/statuses" -> new Asked(Asked.Kind.PUBLISH, item(body(call)));
        case "/api/v2/media" -> new Asked(Asked.Kind.UPLOAD, -1);
        default -> new Asked(Asked.Kind.ACT, item(path));
      };
      default -> new Asked(Asked.Kind.ACT, item(path));
    };
  }

  @Override
  Post post(HttpCall call, Instant calledAt, Instant listedFrom) {
    var status = JSON.readTree(call.body());
    var text = status.path("status").asString();
    var parent = status.path("in_reply_to_id").asString("");
    var post = new Post(String.valueOf(FIRST + ++made), item(text), text,
        parent.isEmpty() ? null : parent, clock.instant(), calledAt, listedFrom);
    posts.put(post.id(), post);
    return post;
  }

  @Override
  HttpResult published(Post post) {
    return json(200, status(post.id(), post.text(), post.parent(), post.createdAt()));
  }

  @Override
  HttpResult again(Post post) {
    return published(post);
  }

  @Override
  HttpResult acted(HttpCall call) {
    return json(200, status("9000000" + item(call.address().getPath()), "Bonjour", null,
        clock.instant()));
  }

  @Override
  HttpResult read(HttpCall call, Predicate<Post> listed) {
    var path = call.address().getPath();
    if (path.startsWith("/api/v1/accounts/")) return own(parameter(call, "max_id"), listed);
    var id = path.substring("/api/v1/statuses/".length());
    var post = posts.get(id);
    if (post != null) return published(post);
    return id.startsWith("9000000") ? json(200, status(id, "Bonjour", null, clock.instant()))
        : json(404, Map.of("error", "Record not found"));
  }

  private HttpResult own(@Nullable String before, Predicate<Post> listed) {
    var found = new ArrayList<Object>();
    for (var post : new ArrayList<>(posts.values()).reversed())
      if (found.size() < 40 && listed.test(post)
          && (before == null || post.id().compareTo(before) < 0))
        found.add(status(post.id(), post.text(), post.parent(), post.createdAt()));
    return json(200, found);
  }

  private Map<String, Object> status(String id, String text, @Nullable String parent,
      Instant createdAt) {
    var status = new LinkedHashMap<String, Object>();
    status.put("id", id);
    status.put("created_at", createdAt.toString());
    status.put("in_reply_to_id", parent);
    status.put("visibility", "public");
    status.put("url", "https://" + host() + "/@c/" + id);
    status.put("content", "<p>" + text + "</p>");
    status.put("account", Map.of("id", "1", "username", "c", "acct", "c"));
    status.put("media_attachments", List.of());
    return status;
  }

  @Override
  HttpResult uploaded() {
    return json(200, Map.of("id", "22348641", "type", "image",
        "url", "https://" + host() + "/media/22348641.png"));
  }

  @Override
  HttpResult renewed() {
    throw new IllegalStateException("Its tokens are not renewed");
  }

  @Override
  HttpResult refused(Reason reason) {
    return switch (reason) {
      case TEXT_TOO_LONG -> no(422, "Validation failed: Text character limit of 300 exceeded");
      case TEXT_EMPTY -> no(422, "Validation failed: Text can't be blank");
      case MEDIA_REFUSED -> no(422, "Cannot attach more than 4 files");
      case MEDIA_TOO_LARGE -> no(413, "Payload too large");
      case DUPLICATE -> no(422, "duplicate");
      case FORBIDDEN -> no(403, "This action is not allowed");
      case PARENT_GONE, NOT_FOUND -> no(404, "Record not found");
      case INVALID -> no(422, "Validation failed");
    };
  }

  @Override
  HttpResult mediaRejected() {
    return no(422, "Cannot attach files that could not be processed");
  }

  @Override
  HttpResult tokenRefused() {
    return no(401, "The access token is invalid");
  }

  @Override
  boolean says(Fault how) {
    return true;
  }

  @Override
  HttpResult throttled(Fault how, Instant until) {
    var headers = switch (how) {
      case THROTTLED_FOR_SECONDS -> Map.of("Retry-After",
          String.valueOf(until.getEpochSecond() - clock.instant().getEpochSecond()));
      case THROTTLED_UNTIL_HTTP_DATE -> Map.of("Retry-After", BlueskyServer.date(until));
      case THROTTLED_UNTIL_EPOCH -> quota(String.valueOf(until.getEpochSecond()));
      case THROTTLED_UNTIL_ISO_DATE -> quota(until.toString());
      default -> Map.<String, String>of();
    };
    return json(429, Map.of("error", "Too many requests"), headers);
  }

  private static Map<String, String> quota(String reset) {
    return Map.of("X-RateLimit-Limit", "300", "X-RateLimit-Remaining", "0",
        "X-RateLimit-Reset", reset);
  }

  private static HttpResult no(int status, String error) {
    return json(status, Map.of("error", error));
  }
}
