package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonApi.JSON;

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
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that speaks Mastodon, played with answers written after its documentation
 * (src/test/resources/network/mastodon).
 */
final class MastodonStandIn implements WireStandIn.Network {
  static final String TOKEN = "good-token";
  static final String FANS_REPLY = body("status-of-fan").path("id").asString();
  static final String BRAND = body("verify_credentials").path("id").asString();
  final Map<String, ObjectNode> statuses = new LinkedHashMap<>();
  final WireStandIn wire = new WireStandIn(this);
  private final Map<String, String> byKey = new HashMap<>();
  private final List<Scripted> scripted = new ArrayList<>();
  private final Clock clock;
  private String challenge = "";
  private long lastId = 115_580_000_000_001_000L;
  private List<JsonNode> notifications =
      new ArrayList<>(body("notifications").valueStream().toList());

  MastodonStandIn() {
    this(Clock.systemUTC());
  }

  MastodonStandIn(Clock clock) {
    this.clock = clock;
    for (var name : List.of("status-of-fan", "status")) {
      var status = (ObjectNode) body(name);
      statuses.put(status.path("id").asString(), status);
    }
    // Of the brand there is nothing yet.
    statuses.values().removeIf(it -> it.at("/account/id").asString().equals(BRAND));
  }

  static JsonNode body(String name) {
    try (var in =
        MastodonStandIn.class.getResourceAsStream("/network/mastodon/" + name + ".json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Response written(int status, String name) {
    return Response.json(status, body(name).toString());
  }

  /** The next request of this kind gets this answer. */
  void next(String method, String beginning, Response answer) {
    scripted.add(new Scripted(method, beginning, answer));
  }

  private record Scripted(String method, String beginning, Response answer) {}

  void tells(List<JsonNode> told) {
    notifications = new ArrayList<>(told);
  }

  AccountSession session() {
    return session(TOKEN, Map.of());
  }

  AccountSession session(String token, Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put(MastodonSettings.SERVER, wire.address().toString());
    settings.put(MastodonSettings.DOMAIN, "mastodon.exemple");
    settings.put(MastodonSettings.ID, BRAND);
    settings.put(MastodonSettings.LIMITS_READ_AT, clock.instant().toString());
    settings.putAll(more);
    return new AccountSession(
        new ConnectedAccount(AccountId.next(), WorkspaceId.next(), new NetworkId("mastodon"),
            "fournil@mastodon.exemple", "fournil@mastodon.exemple", "Le Fournil", null, settings,
            Standing.CONNECTED),
        new Credentials(Map.of(MastodonSettings.TOKEN, new Secret(token)), null));
  }

  int posts() {
    return (int) statuses.values().stream()
        .filter(it -> it.at("/account/id").asString().equals(BRAND)).count();
  }

  /** Requests of this kind, in their order. */
  List<Request> received(String method, String beginning) {
    return wire.received().stream().filter(it -> it.is(method, beginning)).toList();
  }

  JsonNode sent(String method, String beginning) {
    return JSON.readTree(received(method, beginning).getLast().text());
  }

  @Override
  public synchronized Response answer(Request request) {
    for (var plan : scripted)
      if (request.is(plan.method(), plan.beginning())) {
        scripted.remove(plan);
        return plan.answer();
      }
    var path = URI.create(request.path()).getPath();
    if (isOpen(path)) return open(request, path);
    if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN))
      return written(401, "error-token");
    return switch (path) {
      case "/api/v1/accounts/verify_credentials" -> written(200, "verify_credentials");
      case "/api/v1/notifications" -> notifications(request);
      case "/api/v2/media" -> written(200, "media");
      case "/api/v1/statuses" -> request.method().equals("POST")
          ? publish(request) : several(request);
      default -> {
        if (path.startsWith("/api/v1/media/"))
          yield new Response(206, Map.of(), new byte[0]);
        yield path.startsWith("/api/v1/accounts/") ? own(request) : status(request, path);
      }
    };
  }

  private static boolean isOpen(String path) {
    return path.startsWith("/oauth/") || path.startsWith("/.well-known/")
        || path.equals("/api/v1/apps") || path.endsWith("/instance");
  }

  private Response open(Request request, String path) {
    return switch (path) {
      case "/.well-known/oauth-authorization-server" ->
          written(200, "oauth-authorization-server");
      case "/api/v1/apps" -> written(200, "app");
      case "/oauth/authorize" -> saysYes(request);
      case "/oauth/token" -> token(request);
      case "/api/v2/instance" -> written(200, "instance-v2");
      default -> written(404, "error-not-found");
    };
  }

  /** The person signs in and says yes; the server sends them back at once. */
  private Response saysYes(Request request) {
    challenge = values(request, "code_challenge").stream().findFirst().orElse("");
    var back = values(request, "redirect_uri").getFirst() + "?" + new Form()
        .add("code", "the-code").add("state", values(request, "state").getFirst());
    return new Response(302, Map.of("Location", back), new byte[0]);
  }

  private Response token(Request request) {
    var form = new HashMap<String, String>();
    for (var pair : request.text().split("&"))
      form.put(decoded(pair.split("=", 2)[0]), decoded(pair.split("=", 2)[1]));
    var isProven = challenge.isEmpty()
        || challenge.equals(Proof.challenge(form.getOrDefault("code_verifier", "")));
    return isProven && form.get("code").equals("the-code")
        && form.get("client_secret").equals(body("app").path("client_secret").asString())
        ? Response.json(200, ((ObjectNode) body("token")).put("access_token", TOKEN).toString())
        : written(400, "error-grant");
  }

  private Response publish(Request request) {
    var key = request.headers().get("idempotency-key");
    if (byKey.containsKey(key))
      return Response.json(200, statuses.get(byKey.get(key)).toString());
    var sent = JSON.readTree(request.text());
    var parent = sent.path("in_reply_to_id").asString("");
    if (!parent.isEmpty() && !statuses.containsKey(parent))
      return written(404, "error-reply-gone");
    var made = post(sent.path("status").asString());
    for (var name : List.of("in_reply_to_id", "visibility", "spoiler_text", "language"))
      if (sent.has(name)) made.set(name, sent.path(name));
    byKey.put(key, made.path("id").asString());
    return Response.json(200, made.toString());
  }

  /** A post of the brand, as if it had been written in another application. */
  ObjectNode post(String text) {
    var made = (ObjectNode) body("status");
    made.put("id", String.valueOf(++lastId)).put("created_at", clock.instant().toString())
        .put("content", rendered(text));
    statuses.put(made.path("id").asString(), made);
    return made;
  }

  private static String rendered(String text) {
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;")
        .replaceAll("(?<!\\w)@([\\w.-]+)@[\\w.-]+", "<span class=\"h-card\"><a href=\"x\" "
            + "class=\"u-url mention\">@<span>$1</span></a></span>")
        .replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
  }

  private Response status(Request request, String path) {
    var parts = path.replaceFirst("/api/v1/statuses/", "").split("/");
    var status = statuses.get(parts[0]);
    if (status == null) return written(404, "error-not-found");
    if (parts.length > 1) return about(status, parts[1]);
    switch (request.method()) {
      case "DELETE" -> statuses.remove(parts[0]);
      case "PUT" -> status.put("edited_at", clock.instant().toString())
          .put("content", rendered(JSON.readTree(request.text()).path("status").asString()));
      default -> { }
    }
    return Response.json(200, status.toString());
  }

  private Response about(ObjectNode status, String what) {
    if (!what.equals("context")) return Response.json(200, status.toString());
    var below = statuses.values().stream()
        .filter(it -> it.path("in_reply_to_id").equals(status.path("id"))).toList();
    return Response.json(200,
        JSON.writeValueAsString(Map.of("ancestors", List.of(), "descendants", below)));
  }

  private Response several(Request request) {
    var found = values(request, "id[]").stream().filter(statuses::containsKey)
        .map(statuses::get).toList();
    return Response.json(200, JSON.writeValueAsString(found));
  }

  private Response own(Request request) {
    var before = values(request, "max_id").stream().findFirst().orElse("9");
    var found = statuses.values().stream()
        .filter(it -> it.at("/account/id").asString().equals(BRAND))
        .filter(it -> it.path("id").asString().compareTo(before) < 0)
        .toList().reversed().stream().limit(MastodonApi.STATUSES).toList();
    return Response.json(200, JSON.writeValueAsString(found));
  }

  private Response notifications(Request request) {
    var after = values(request, "min_id").stream().findFirst().orElse("0");
    var found = notifications.stream()
        .filter(it -> it.path("id").asString().compareTo(after) > 0).toList();
    return Response.json(200, JSON.writeValueAsString(
        found.subList(Math.max(0, found.size() - MastodonApi.NOTIFICATIONS), found.size())));
  }

  static List<String> values(Request request, String name) {
    var query = URI.create(request.path()).getRawQuery();
    if (query == null) return List.of();
    return List.of(query.split("&")).stream().map(it -> it.split("=", 2))
        .filter(it -> decoded(it[0]).equals(name)).map(it -> decoded(it[1])).toList();
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
