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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A personal data server, in the words recorded of a real one (resources network/bluesky). */
final class BlueskyServer extends Server {
  private static final String POST = "app.bsky.feed.post";
  private static final String CID = "bafyreicazxceb5m2enlplyzrqncervvkwhe25os4cdwjemq3obzkibcm7q";

  BlueskyServer(int number, Clock clock) {
    super(number, clock);
  }

  private String did() {
    return "did:plc:compte" + number;
  }

  @Override
  NetworkId network() {
    return new NetworkId("bluesky");
  }

  @Override
  Connected connected() {
    revoked = false;
    tokens++;
    return new Connected(did(), host(), host(), null, Map.of("service", "https://" + host()),
        new Credentials(Map.of("accessJwt", new Secret("t" + tokens),
            "refreshJwt", new Secret("r" + number)), null), Set.of());
  }

  @Override
  String target(int item, boolean ours) {
    return "at://" + (ours ? did() : "did:plc:voisin") + "/" + POST + "/target" + item;
  }

  @Override
  Asked asked(HttpCall call) {
    var method = call.address().getPath().substring("/xrpc/".length());
    return switch (method) {
      case "com.atproto.repo.createRecord" -> new Asked(
          body(call).contains("\"" + POST + "\",\"rkey") ? Asked.Kind.PUBLISH : Asked.Kind.ACT,
          item(body(call)));
      case "com.atproto.repo.deleteRecord" -> new Asked(Asked.Kind.ACT, item(body(call)));
      case "com.atproto.repo.uploadBlob" -> new Asked(Asked.Kind.UPLOAD, -1);
      case "com.atproto.server.refreshSession" -> new Asked(Asked.Kind.RENEW, -1);
      case "com.atproto.repo.getRecord" -> new Asked(Asked.Kind.READ, -1);
      default -> throw new IllegalStateException("Not played: " + method);
    };
  }

  @Override
  Post post(HttpCall call, Instant calledAt, Instant listedFrom) {
    var write = JSON.readTree(call.body());
    var text = write.at("/record/text").asString();
    var id = "at://" + did() + "/" + POST + "/" + write.path("rkey").asString();
    var parent = write.at("/record/reply/parent/uri").asString("");
    var post = new Post(id, item(text), text, parent.isEmpty() ? null : parent, clock.instant(),
        calledAt, clock.instant());
    // Under a key that is taken nothing new appears (recorded).
    posts.putIfAbsent(id, post);
    return post;
  }

  @Override
  HttpResult published(Post post) {
    return posts.get(post.id()) == post
        ? json(200, Map.of("uri", post.id(), "cid", CID)) : again(post);
  }

  @Override
  HttpResult again(Post post) {
    return json(500, Map.of("error", "InternalServerError", "message", "Internal Server Error"));
  }

  @Override
  HttpResult acted(HttpCall call) {
    return json(200, Map.of("uri", "at://" + did() + "/app.bsky.feed.like/1", "cid", CID));
  }

  @Override
  HttpResult read(HttpCall call, Predicate<Post> listed) {
    var id = "at://" + parameter(call, "repo") + "/" + parameter(call, "collection") + "/"
        + parameter(call, "rkey");
    var post = posts.get(id);
    if (post != null) return found(id, post.text(), post.parent());
    if (id.contains("/target")) return found(id, "Bonjour", null);
    return json(400, Map.of("error", "RecordNotFound",
        "message", "Could not locate record: " + id));
  }

  private static HttpResult found(String id, String text, @Nullable String parent) {
    var value = new LinkedHashMap<String, Object>(Map.of("$type", POST, "text", text));
    if (parent != null)
      value.put("reply", Map.of("root", ref(parent), "parent", ref(parent)));
    return json(200, Map.of("uri", id, "cid", CID, "value", value));
  }

  private static Map<String, String> ref(String uri) {
    return Map.of("uri", uri, "cid", CID);
  }

  @Override
  HttpResult uploaded() {
    return json(200, Map.of("blob", Map.of("$type", "blob", "mimeType", "image/png", "size", 69,
        "ref", Map.of("$link", "bafkreihpl7dhzjey2reanoejrupmolqikgtziu55f5ngbfraotlhbloaqm"))));
  }

  @Override
  HttpResult renewed() {
    return revoked ? tokenRefused() : json(200, Map.of("accessJwt", "t" + tokens, "refreshJwt",
        "r" + number, "did", did(), "handle", host()));
  }

  @Override
  HttpResult refused(Reason reason) {
    return switch (reason) {
      case TEXT_TOO_LONG -> no(400, "InvalidRequest",
          "Invalid app.bsky.feed.post record: grapheme too big (maximum 300) at $.text");
      case MEDIA_REFUSED -> no(400, "InvalidMimeType", "Wrong type");
      case MEDIA_TOO_LARGE -> no(400, "BlobTooLarge", "This file is too large");
      case FORBIDDEN -> no(403, "Forbidden", "Forbidden");
      case NOT_FOUND, PARENT_GONE -> no(400, "NotFound", "Not found");
      case TEXT_EMPTY, DUPLICATE, INVALID -> no(400, "InvalidRequest", "Invalid record");
    };
  }

  @Override
  HttpResult mediaRejected() {
    return no(400, "InvalidMimeType", "Referenced Mimetype does not match stored blob");
  }

  @Override
  HttpResult tokenRefused() {
    return no(400, "ExpiredToken", "Token has expired");
  }

  @Override
  boolean says(Fault how) {
    return how != Fault.THROTTLED_UNTIL_ISO_DATE;
  }

  @Override
  HttpResult throttled(Fault how, Instant until) {
    var headers = switch (how) {
      case THROTTLED_FOR_SECONDS -> Map.of("Retry-After", seconds(until));
      case THROTTLED_UNTIL_HTTP_DATE -> Map.of("Retry-After", date(until));
      case THROTTLED_UNTIL_EPOCH -> Map.of("RateLimit-Limit", "30", "RateLimit-Remaining", "0",
          "RateLimit-Reset", String.valueOf(until.getEpochSecond()), "RateLimit-Policy", "30;w=300");
      default -> Map.<String, String>of();
    };
    return json(429, Map.of("error", "RateLimitExceeded", "message", "Rate Limit Exceeded"),
        headers);
  }

  private String seconds(Instant until) {
    return String.valueOf(until.getEpochSecond() - clock.instant().getEpochSecond());
  }

  static String date(Instant until) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
  }

  private static HttpResult no(int status, String error, String message) {
    return json(status, Map.of("error", error, "message", message));
  }
}
