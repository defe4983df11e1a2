import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ten servers on loopback: five that speak as a Bluesky personal data server, five as Mastodon, with
 * the answers and headers of the real ones (those recorded below src/test/resources/network). They
 * know their accounts by token, keep what was accepted, and note when each request had come in whole.
 */
final class StandInNetworks implements AutoCloseable {
  static final int SERVERS = 10;
  private final List<ServerSocket> servers = new ArrayList<>();
  private final Map<String, String> published = new ConcurrentHashMap<>();
  private final Judge judge;
  private volatile Manner manner = Manner.AT_ONCE;

  /**
   * How calls are answered.
   *
   * @param millis how long each answer takes
   * @param throttledEach every so many publications of an account is told to wait; 0: none
   * @param waitSeconds how long it is told to wait
   */
  record Manner(int millis, int throttledEach, int waitSeconds) {
    static final Manner AT_ONCE = new Manner(0, 0, 0);
  }

  private record Request(String method, String path, String token, String key, byte[] body) {}

  private record Answer(int status, String headers, String body) {}

  StandInNetworks(Judge judge) throws IOException {
    this.judge = judge;
    for (int i = 0; i < SERVERS; i++) {
      var server = new ServerSocket(0, 600, InetAddress.getByName("127.0.0.1"));
      servers.add(server);
      boolean bluesky = isBluesky(i);
      Thread.ofPlatform().daemon().name("stand-in-" + i).start(() -> accept(server, bluesky));
    }
  }

  static boolean isBluesky(int server) {
    return server % 2 == 0;
  }

  String address(int server) {
    return "http://127.0.0.1:" + servers.get(server).getLocalPort();
  }

  void answers(Manner other) {
    manner = other;
  }

  @Override
  public void close() throws IOException {
    for (var server : servers) server.close();
  }

  private void accept(ServerSocket server, boolean bluesky) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket, bluesky));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket, boolean bluesky) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream(), 4096);
      for (var request = read(in); request != null; request = read(in)) {
        var came = Instant.now();
        var how = manner;
        var answer = bluesky ? bluesky(request, came, how) : mastodon(request, came, how);
        if (how.millis() > 0) Thread.sleep(how.millis());
        socket.getOutputStream().write(("HTTP/1.1 " + answer.status + " .\r\n"
            + "Content-Type: application/json; charset=utf-8\r\n" + answer.headers
            + "Content-Length: " + answer.body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n" + answer.body).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException | InterruptedException e) {
      // The caller left: what was accepted stays accepted.
    }
  }

  // ---- Bluesky

  private Answer bluesky(Request r, Instant came, Manner how) {
    var method = r.path.replaceFirst("/xrpc/", "").replaceFirst("\\?.*", "");
    var account = judge.account(r.token);
    return switch (method) {
      case "com.atproto.repo.createRecord" -> create(r, account, came, how);
      case "com.atproto.repo.getRecord" -> record(r.path);
      case "app.bsky.notification.listNotifications" ->
          new Answer(200, "", "{\"notifications\":[],\"priority\":false}");
      default -> new Answer(501, "",
          "{\"error\":\"MethodNotImplemented\",\"message\":\"Method Not Implemented\"}");
    };
  }

  private Answer create(Request r, Judge.Account account, Instant came, Manner how) {
    if (account == null) return new Answer(400, "", problem("InvalidToken", "Token is not valid"));
    if (isThrottled(account, how))
      return new Answer(429, "retry-after: " + how.waitSeconds() + "\r\n",
          problem("RateLimitExceeded", "Rate Limit Exceeded"));
    var body = new String(r.body, StandardCharsets.UTF_8);
    var uri = "at://" + field(body, "repo") + "/" + field(body, "collection") + "/"
        + field(body, "rkey");
    if (published.putIfAbsent(uri, uri) != null)
      return new Answer(500, "", problem("InternalServerError", "Internal Server Error"));
    judge.came(account, field(body, "text"), came);
    return new Answer(200, "ratelimit-limit: 5000\r\nratelimit-remaining: "
        + (5000 - account.writes.get()) + "\r\nratelimit-reset: " + (came.getEpochSecond() / 3600 + 1)
        * 3600
        + "\r\nratelimit-policy: 5000;w=3600\r\n", """
        {"uri":"%s","cid":"bafyreicazxceb5m2enlplyzrqncervvkwhe25os4cdwjemq3obzkibcm7q",\
        "commit":{"cid":"bafyreicikfwtx7aqt453g5c2oxlmlwsu7kiizevevdgrbmoonykijmbuj4",\
        "rev":"3n2u4yyjq4222"},"validationStatus":"valid"}""".formatted(uri));
  }

  private Answer record(String path) {
    var query = query(path);
    var uri = "at://" + query.get("repo") + "/" + query.get("collection") + "/" + query.get("rkey");
    return published.containsKey(uri)
        ? new Answer(200, "", """
            {"uri":"%s","cid":"bafyreicazxceb5m2enlplyzrqncervvkwhe25os4cdwjemq3obzkibcm7q",\
            "value":{"text":"","$type":"app.bsky.feed.post","createdAt":"%s"}}"""
            .formatted(uri, Instant.now()))
        : new Answer(400, "", problem("RecordNotFound", "Could not locate record: " + uri));
  }

  private static String problem(String error, String message) {
    return "{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}";
  }

  // ---- Mastodon

  private Answer mastodon(Request r, Instant came, Manner how) {
    var account = judge.account(r.token);
    if (account == null)
      return new Answer(401, "", "{\"error\":\"The access token is invalid\"}");
    if (r.method.equals("POST") && r.path.equals("/api/v1/statuses"))
      return status(r, account, came, how);
    if (r.path.startsWith("/api/v1/notifications")) return new Answer(200, "", "[]");
    if (r.path.matches("/api/v1/accounts/[^/]+/statuses.*"))
      return new Answer(200, "", own(account, query(r.path).get("max_id")));
    return new Answer(404, "", "{\"error\":\"Record not found\"}");
  }

  private Answer status(Request r, Judge.Account account, Instant came, Manner how) {
    if (isThrottled(account, how))
      return new Answer(429, "x-ratelimit-limit: 300\r\nx-ratelimit-remaining: 0\r\n"
          + "x-ratelimit-reset: " + came.plusSeconds(how.waitSeconds()) + "\r\n",
          "{\"error\":\"Too many requests\"}");
    var text = field(new String(r.body, StandardCharsets.UTF_8), "status");
    // The same key is the same status, as on the real servers for an hour.
    var id = published.computeIfAbsent(account.name + "/" + r.key, _ -> {
      judge.came(account, text, came);
      var made = String.valueOf(came.toEpochMilli() << 16 | judge.next());
      synchronized (account.statuses) {
        account.statuses.add(new Judge.Status(made, text, came));
      }
      return made;
    });
    return new Answer(200, "x-ratelimit-limit: 300\r\nx-ratelimit-remaining: "
        + (300 - account.writes.get() % 200) + "\r\nx-ratelimit-reset: " + reset(came) + "\r\n",
        json(account, id, text, came));
  }

  private static String own(Judge.Account account, String before) {
    var all = new ArrayList<String>();
    synchronized (account.statuses) {
      for (var s : account.statuses.reversed())
        if (all.size() < 40 && (before == null || s.id().compareTo(before) < 0))
          all.add(json(account, s.id(), s.text(), s.at()));
    }
    return "[" + String.join(",", all) + "]";
  }

  private static String json(Judge.Account account, String id, String text, Instant at) {
    return """
        {"id":"%1$s","created_at":"%4$s","in_reply_to_id":null,"in_reply_to_account_id":null,\
        "sensitive":false,"spoiler_text":"","visibility":"public","language":"fr",\
        "uri":"https://banc.exemple/users/%2$s/statuses/%1$s",\
        "url":"https://banc.exemple/@%2$s/%1$s","replies_count":0,"reblogs_count":0,\
        "favourites_count":0,"edited_at":null,"favourited":false,"reblogged":false,"muted":false,\
        "bookmarked":false,"content":"<p>%3$s</p>","filtered":[],"reblog":null,\
        "application":{"name":"Palabre","website":null},"account":{"id":"%2$s",\
        "username":"%2$s","acct":"%2$s","display_name":"Banc","locked":false,"bot":false,\
        "created_at":"2024-03-04T00:00:00.000Z","note":"","url":"https://banc.exemple/@%2$s",\
        "avatar":"","avatar_static":"","header":"","followers_count":12,"following_count":4,\
        "statuses_count":31,"emojis":[],"fields":[]},"media_attachments":[],"mentions":[],\
        "tags":[],"emojis":[],"card":null,"poll":null}"""
        .formatted(id, account.name, text, at);
  }

  // Windows of five minutes that begin on the clock.
  private static Instant reset(Instant came) {
    return Instant.ofEpochSecond((came.getEpochSecond() / 300 + 1) * 300);
  }

  // ---- both

  private static boolean isThrottled(Judge.Account account, Manner how) {
    int call = account.writes.incrementAndGet();
    boolean throttled = how.throttledEach() > 0 && call % how.throttledEach() == 0;
    if (throttled) account.throttled.incrementAndGet();
    return throttled;
  }

  // Plain texts without a quotation mark: looking for the name is enough, and costs little.
  private static String field(String json, String name) {
    int at = json.indexOf("\"" + name + "\":\"");
    int from = at + name.length() + 4;
    return at < 0 ? "" : json.substring(from, json.indexOf('"', from));
  }

  private static Map<String, String> query(String path) {
    var query = new HashMap<String, String>();
    int at = path.indexOf('?');
    if (at < 0) return query;
    for (var pair : path.substring(at + 1).split("&")) {
      var parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static Request read(InputStream in) throws IOException {
    var start = line(in);
    if (start.isEmpty()) return null;
    var token = "";
    var key = "";
    int length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      var name = line.substring(0, colon);
      if (name.equalsIgnoreCase("content-length"))
        length = Integer.parseInt(line.substring(colon + 1).strip());
      else if (name.equalsIgnoreCase("authorization"))
        token = line.substring(colon + 1).strip().replaceFirst("^Bearer ", "");
      else if (name.equalsIgnoreCase("idempotency-key")) key = line.substring(colon + 1).strip();
    }
    var parts = start.split(" ");
    var body = in.readNBytes(length);
    // A caller killed half-way has sent nothing that a server would take.
    return body.length < length ? null : new Request(parts[0], parts[1], token, key, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) if (c != '\r') line.append((char) c);
    return line.toString();
  }
}
