package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.Credentials;
import fr.palabre.network.NetworkId;
import fr.palabre.network.WireStandIn;
import fr.palabre.network.WireStandIn.Request;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.secrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A personal data server and its AppView, played with what the real ones answered
 * (src/test/resources/network/bluesky): records are kept by their address, as there.
 */
final class BlueskyStandIn implements WireStandIn.Network {
  static final String DID = body("createSession").path("did").asString();
  static final String FANS_REPLY = body("createRecord-reply").path("uri").asString();
  static final String TOKEN = "good-token";
  final Map<String, JsonNode> records = new LinkedHashMap<>();
  final Map<String, List<Response>> scripted = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final WireStandIn wire = new WireStandIn(this);

  /** What was recorded under this name. */
  static JsonNode body(String name) {
    try (var in = BlueskyStandIn.class.getResourceAsStream("/network/bluesky/" + name + ".json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Response recorded(int status, String name) {
    return Response.json(status, body(name).toString());
  }

  /** The next call of this method gets this answer. */
  void next(String method, Response answer) {
    scripted.computeIfAbsent(method, _ -> new ArrayList<>()).add(answer);
  }

  AccountSession session() {
    return session(TOKEN, Map.of());
  }

  AccountSession session(String token, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("service", wire.address().toString());
    return new AccountSession(
        new ConnectedAccount(AccountId.next(), WorkspaceId.next(), new NetworkId("bluesky"), DID,
            "brand.test", "La marque", null, settings, Standing.CONNECTED),
        new Credentials(Map.of(BlueskySettings.ACCESS, new Secret(token),
            BlueskySettings.REFRESH, new Secret("refresh-token")), null));
  }

  int posts() {
    return (int) records.keySet().stream().filter(it -> it.contains(AtUri.POST)).count();
  }

  /** The bodies sent with this method, in their order. */
  List<JsonNode> sent(String method) {
    return wire.received().stream()
        .filter(it -> it.path().startsWith("/xrpc/" + method) && it.method().equals("POST"))
        .map(it -> JSON.readTree(it.text()))
        .toList();
  }

  @Override
  public synchronized Response answer(Request request) {
    var method = request.path().replaceFirst("/xrpc/", "").replaceFirst("\\?.*", "");
    asked.add(method);
    var planned = scripted.getOrDefault(method, List.of());
    if (!planned.isEmpty()) return planned.removeFirst();
    if (isProtected(method) && !isSignedIn(request)) return recorded(400, "invalid-token");
    return switch (method) {
      case "com.atproto.repo.createRecord" -> create(JSON.readTree(request.text()));
      case "com.atproto.repo.getRecord" -> get(query(request));
      case "com.atproto.repo.deleteRecord" -> delete(JSON.readTree(request.text()));
      case "com.atproto.repo.uploadBlob" -> recorded(200, "uploadBlob");
      case "com.atproto.identity.resolveHandle" -> resolve(query(request));
      case "com.atproto.server.createSession" -> recorded(200, "createSession");
      case "com.atproto.server.refreshSession" -> recorded(200, "refreshSession");
      case "com.atproto.server.deleteSession" -> Response.json(200, "");
      case "app.bsky.notification.listNotifications" -> recorded(200, "listNotifications");
      case "app.bsky.feed.getPosts" -> posts(request);
      case "app.bsky.actor.getProfile" -> recorded(200, "getProfile");
      default -> recorded(501, "chat-not-here");
    };
  }

  private static boolean isProtected(String method) {
    return !method.startsWith("com.atproto.server") && !method.endsWith("resolveHandle")
        && !method.endsWith("getRecord") && !method.endsWith("getProfile")
        && !method.endsWith("getPosts");
  }

  private static boolean isSignedIn(Request request) {
    return request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN);
  }

  private Response create(JsonNode write) {
    var uri = uri(write);
    if (records.containsKey(uri)) return recorded(500, "createRecord-same-key");
    records.put(uri, write.path("record"));
    var made = (ObjectNode) body("createRecord");
    return Response.json(200, made.put("uri", uri).toString());
  }

  private Response get(Map<String, String> query) {
    var uri = new AtUri(query.get("repo"), query.get("collection"), query.get("rkey")).toString();
    var found = (ObjectNode) body("getRecord");
    if (uri.equals(FANS_REPLY))
      return Response.json(200, found.put("uri", uri)
          .put("cid", body("createRecord-reply").path("cid").asString())
          .set("value", body("getPostThread-of-reply").at("/thread/post/record")).toString());
    return records.containsKey(uri)
        ? Response.json(200, found.put("uri", uri).set("value", records.get(uri)).toString())
        : recorded(400, "getRecord-missing");
  }

  private Response delete(JsonNode removal) {
    return records.remove(uri(removal)) == null
        ? recorded(200, "deleteRecord-gone") : recorded(200, "deleteRecord");
  }

  private static Response resolve(Map<String, String> query) {
    return query.get("handle").equals("fan.test")
        ? recorded(200, "resolveHandle") : recorded(400, "resolveHandle-unknown");
  }

  private Response posts(Request request) {
    var found = JSON.createArrayNode();
    for (var pair : request.path().replaceFirst(".*\\?", "").split("&")) {
      var uri = URLDecoder.decode(pair.replaceFirst("uris=", ""), StandardCharsets.UTF_8);
      if (records.containsKey(uri) || uri.equals(FANS_REPLY))
        found.add(((ObjectNode) body("getPosts").at("/posts/0")).put("uri", uri));
    }
    return Response.json(200, JSON.createObjectNode().set("posts", found).toString());
  }

  private static String uri(JsonNode write) {
    return new AtUri(write.path("repo").asString(), write.path("collection").asString(),
        write.path("rkey").asString()).toString();
  }

  private static Map<String, String> query(Request request) {
    var query = new HashMap<String, String>();
    for (var pair : request.path().replaceFirst(".*\\?", "").split("&")) {
      var parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
