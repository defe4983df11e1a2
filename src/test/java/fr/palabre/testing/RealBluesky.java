package fr.palabre.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bluesky network that {@code src/test/real/bluesky-network} started, and people on it. They act
 * with their own calls, written apart from the connector's: what one does, the other must see.
 */
public final class RealBluesky {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String POST = "app.bsky.feed.post";
  // The PDS drops a connection that offers to become HTTP/2.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  public final URI pds;
  public final URI appview;

  private RealBluesky(URI pds, URI appview) {
    this.pds = pds;
    this.appview = appview;
  }

  /** On the ports of {@code PALABRE_REAL_PORT}, as the script chose them. */
  public static RealBluesky running() {
    var base = Integer.parseInt(System.getenv().getOrDefault("PALABRE_REAL_PORT", "2580"));
    return new RealBluesky(
        URI.create("http://localhost:" + (base + 3)), URI.create("http://localhost:" + (base + 4)));
  }

  /** The same network, its server reached over this wire. */
  public RealBluesky over(Wire wire) {
    return new RealBluesky(wire.address(), appview);
  }

  /** A new person, whose handle begins with this name, known to those who read the network. */
  public Person person(String name) {
    var handle = name + "-" + UUID.randomUUID().toString().substring(0, 6) + ".test";
    var account = call("POST", "com.atproto.server.createAccount", null, Map.of(
        "handle", handle, "email", handle + "@example.org", "password", "main-password"));
    var person = new Person(
        handle, account.path("did").asString(), account.path("accessJwt").asString());
    // The AppView learns of a new account a moment after its server made it.
    eventually(person.token, "app.bsky.actor.getProfile?actor=" + encoded(person.did),
        it -> it.has("did"));
    return person;
  }

  /** Waits until the network shows something, ten seconds at most. */
  public JsonNode eventually(String token, String query, Predicate<JsonNode> shown) {
    var last = call("GET", query, token, null);
    for (int look = 0; look < 100 && !shown.test(last); look++) {
      pause();
      last = call("GET", query, token, null);
    }
    if (!shown.test(last)) throw new AssertionError("Never shown: " + query + " is " + last);
    return last;
  }

  /**
   * Makes calls from this address until the server lets it make only so many more.
   *
   * @return when the server starts to count anew
   */
  public Instant spend(String address, int left) {
    for (int call = 0; call < 4000; call++) {
      var answer = get(address);
      var remaining = answer.firstValueAsLong("ratelimit-remaining").orElseThrow(() ->
          new IllegalStateException("This network counts no calls: start it with RATE_LIMITS=1"));
      if (remaining <= left)
        return Instant.ofEpochSecond(answer.firstValueAsLong("ratelimit-reset").orElseThrow());
    }
    throw new IllegalStateException("This network's count has no end");
  }

  private HttpHeaders get(String address) {
    try {
      return http.send(HttpRequest.newBuilder(pds.resolve("/xrpc/com.atproto.server.describeServer"))
          .header("X-Forwarded-For", address).build(), BodyHandlers.discarding()).headers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Someone of the public. */
  public final class Person {
    public final String handle;
    public final String did;
    public final String token;

    private Person(String handle, String did, String token) {
      this.handle = handle;
      this.did = did;
      this.token = token;
    }

    public String appPassword() {
      return call("POST", "com.atproto.server.createAppPassword", token,
          Map.of("name", "palabre-" + UUID.randomUUID())).path("password").asString();
    }

    public void revokeAppPasswords() {
      var made = call("GET", "com.atproto.server.listAppPasswords", token, null);
      for (var password : made.path("passwords"))
        call("POST", "com.atproto.server.revokeAppPassword", token,
            Map.of("name", password.path("name").asString()));
    }

    public String post(String text) {
      return write(POST, Map.of("text", text));
    }

    public String reply(String uri, String text) {
      var parent = ref(uri);
      return write(POST, Map.of("text", text, "reply", Map.of("root", parent, "parent", parent)));
    }

    public String mention(Person other, String before) {
      var text = before + "@" + other.handle;
      var start = before.getBytes(StandardCharsets.UTF_8).length;
      var facet = Map.of(
          "index", Map.of("byteStart", start,
              "byteEnd", text.getBytes(StandardCharsets.UTF_8).length),
          "features", new Object[] {
            Map.of("$type", "app.bsky.richtext.facet#mention", "did", other.did)});
      return write(POST, Map.of("text", text, "facets", new Object[] {facet}));
    }

    public String like(String uri) {
      return write("app.bsky.feed.like", Map.of("subject", ref(uri)));
    }

    public String repost(String uri) {
      return write("app.bsky.feed.repost", Map.of("subject", ref(uri)));
    }

    public String follow(Person other) {
      return write("app.bsky.graph.follow", Map.of("subject", other.did));
    }

    public void delete(String uri) {
      var parts = uri.split("/");
      call("POST", "com.atproto.repo.deleteRecord", token,
          Map.of("repo", did, "collection", parts[3], "rkey", parts[4]));
    }

    /** The thread of a post as this person sees it, once it looks as expected. */
    public JsonNode sees(String uri, Predicate<JsonNode> shown) {
      return eventually(token, "app.bsky.feed.getPostThread?uri=" + encoded(uri),
          it -> shown.test(it.path("thread"))).path("thread");
    }

    /** What somebody posted, latest first, as this person sees it once it looks as expected. */
    public List<JsonNode> postsOf(Person other, Predicate<List<JsonNode>> shown) {
      var query = "app.bsky.feed.getAuthorFeed?actor=" + encoded(other.did);
      return posts(eventually(token, query, it -> shown.test(posts(it))));
    }

    /** The words of all that somebody posted. */
    public List<String> textsOf(Person other) {
      var texts = new ArrayList<String>();
      var cursor = "";
      do {
        var page = call("GET", "app.bsky.feed.getAuthorFeed?limit=100&actor=" + encoded(other.did)
            + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)), token, null);
        posts(page).forEach(post -> texts.add(post.path("record").path("text").asString()));
        cursor = page.path("cursor").asString("");
      } while (!cursor.isEmpty());
      return texts;
    }

    private static List<JsonNode> posts(JsonNode feed) {
      return feed.path("feed").valueStream().map(it -> it.path("post")).toList();
    }

    private String write(String collection, Map<String, Object> fields) {
      var record = new java.util.HashMap<>(fields);
      record.put("$type", collection);
      record.put("createdAt", Instant.now().toString());
      return call("POST", "com.atproto.repo.createRecord", token,
          Map.of("repo", did, "collection", collection, "record", record)).path("uri").asString();
    }

    private Map<String, String> ref(String uri) {
      var parts = uri.split("/");
      var found = call("GET", "com.atproto.repo.getRecord?repo=" + encoded(parts[2])
          + "&collection=" + parts[3] + "&rkey=" + parts[4], token, null);
      return Map.of("uri", uri, "cid", found.path("cid").asString());
    }
  }

  private JsonNode call(String method, String query, String token, Object body) {
    var request = HttpRequest.newBuilder(pds.resolve("/xrpc/" + query));
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (body == null) request.GET();
    else request.header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No network on " + pds + ": src/test/real/bluesky-network start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A real network keeps its own time. */
  public static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
