import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Ten servers on loopback: five that speak as a Bluesky personal data server, five as Mastodon, with
 * the answers and headers of the real ones (those recorded below src/test/resources/network). They
 * know their accounts by token, keep what was accepted, and note when each request had come in whole.
 */
final class StandInNetworks implements StandInLines.Answers, AutoCloseable {
  static final int SERVERS = 10;
  private final StandInLines lines;
  private final Map<String, String> published = new HashMap<>();
  private final Judge judge;
  private volatile Manner manner = Manner.AT_ONCE;

  /**
   * How calls are answered.
   *
   * @param millis how long each answer takes
   * @param throttledEach every so many publications of an account is told to wait; 0: none
   * @param waitSeconds how long it is told to wait
   * @param recognises whether what is sent again under its own key is the same post
   */
  record Manner(int millis, int throttledEach, int waitSeconds, boolean recognises) {
    static final Manner AT_ONCE = new Manner(0, 0, 0, true);
  }

  private record Answer(int status, String headers, String body) {
    byte[] bytes() {
      var content = body.getBytes(StandardCharsets.UTF_8);
      var head = ("HTTP/1.1 " + status + " .\r\nContent-Type: application/json; charset=utf-8\r\n"
          + headers + "Content-Length: " + content.length + "\r\n\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);
      var all = Arrays.copyOf(head, head.length + content.length);
      System.arraycopy(content, 0, all, head.length, content.length);
      return all;
    }
  }

  StandInNetworks(Judge judge) throws IOException {
    this.judge = judge;
    lines = new StandInLines(SERVERS, this);
  }

  static boolean isBluesky(int server) {
    return server % 2 == 0;
  }

  String address(int server) {
    return "http://127.0.0.1:" + lines.port(server);
  }

  void answers(Manner other) {
    manner = other;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  @Override
  public int millis() {
    return manner.millis();
  }

  @Override
  public byte[] to(int server, StandInLines.Request request) {
    return (isBluesky(server) ? bluesky(request) : mastodon(request)).bytes();
  }

  // ---- Bluesky

  private Answer bluesky(StandInLines.Request r) {
    var path = r.path();
    int query = path.indexOf('?');
    var method = path.substring(path.lastIndexOf('/', query < 0 ? path.length() : query) + 1,
        query < 0 ? path.length() : query);
    var account = account(r);
    return switch (method) {
      case "com.atproto.repo.createRecord" -> create(r, account);
      case "com.atproto.repo.getRecord" -> record(path);
      case "app.bsky.notification.listNotifications" ->
          new Answer(200, "", "{\"notifications\":[],\"priority\":false}");
      default -> new Answer(501, "",
          "{\"error\":\"MethodNotImplemented\",\"message\":\"Method Not Implemented\"}");
    };
  }

  private Answer create(StandInLines.Request r, Judge.Account account) {
    if (account == null) return new Answer(400, "", problem("InvalidToken", "Token is not valid"));
    if (isThrottled(account))
      return new Answer(429, "retry-after: " + manner.waitSeconds() + "\r\n",
          problem("RateLimitExceeded", "Rate Limit Exceeded"));
    var body = r.text();
    var uri = "at://" + field(body, "repo") + "/" + field(body, "collection") + "/"
        + field(body, "rkey");
    if (published.putIfAbsent(uri, uri) != null && manner.recognises())
      return new Answer(500, "", problem("InternalServerError", "Internal Server Error"));
    judge.came(account, field(body, "text"), r.at());
    long reset = (r.at().getEpochSecond() / 3600 + 1) * 3600;
    return new Answer(200, "ratelimit-limit: 5000\r\nratelimit-remaining: "
        + (5000 - account.writes.get()) + "\r\nratelimit-reset: " + reset
        + "\r\nratelimit-policy: 5000;w=3600\r\n", "{\"uri\":\"" + uri + """
        ","cid":"bafyreicazxceb5m2enlplyzrqncervvkwhe25os4cdwjemq3obzkibcm7q",\
        "commit":{"cid":"bafyreicikfwtx7aqt453g5c2oxlmlwsu7kiizevevdgrbmoonykijmbuj4",\
        "rev":"3n2u4yyjq4222"},"validationStatus":"valid"}""");
  }

  private Answer record(String path) {
    var query = query(path);
    var uri = "at://" + query.get("repo") + "/" + query.get("collection") + "/" + query.get("rkey");
    return published.containsKey(uri)
        ? new Answer(200, "", "{\"uri\":\"" + uri + """
            ","cid":"bafyreicazxceb5m2enlplyzrqncervvkwhe25os4cdwjemq3obzkibcm7q",\
            "value":{"text":"","$type":"app.bsky.feed.post","createdAt":"\
            """ + Instant.now() + "\"}}")
        : new Answer(400, "", problem("RecordNotFound", "Could not locate record: " + uri));
  }

  private static String problem(String error, String message) {
    return "{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}";
  }

  // ---- Mastodon

  private Answer mastodon(StandInLines.Request r) {
    var account = account(r);
    var path = r.path();
    if (account == null)
      return new Answer(401, "", "{\"error\":\"The access token is invalid\"}");
    if (path.equals("/api/v1/statuses") && r.method().equals("POST")) return status(r, account);
    if (path.startsWith("/api/v1/notifications")) return new Answer(200, "", "[]");
    if (path.startsWith("/api/v1/accounts/") && path.contains("/statuses"))
      return new Answer(200, "", own(account, query(path).get("max_id")));
    return new Answer(404, "", "{\"error\":\"Record not found\"}");
  }

  private Answer status(StandInLines.Request r, Judge.Account account) {
    if (isThrottled(account))
      return new Answer(429, "x-ratelimit-limit: 300\r\nx-ratelimit-remaining: 0\r\n"
          + "x-ratelimit-reset: " + r.at().plusSeconds(manner.waitSeconds()) + "\r\n",
          "{\"error\":\"Too many requests\"}");
    var text = field(r.text(), "status");
    // The same key is the same status, as on the real servers for an hour.
    var id = manner.recognises()
        ? published.computeIfAbsent(account.name + "/" + r.header("idempotency-key"),
            _ -> made(account, text, r.at()))
        : made(account, text, r.at());
    return new Answer(200, "x-ratelimit-limit: 300\r\nx-ratelimit-remaining: "
        + (300 - account.writes.get() % 200) + "\r\nx-ratelimit-reset: " + reset(r.at()) + "\r\n",
        json(account, id, text, r.at()));
  }

  private String made(Judge.Account account, String text, Instant came) {
    judge.came(account, text, came);
    var id = String.valueOf(came.toEpochMilli() << 16 | judge.next());
    account.statuses.add(new Judge.Status(id, text, came));
    return id;
  }

  private static String own(Judge.Account account, String before) {
    var all = new ArrayList<String>();
    for (var s : account.statuses.reversed())
      if (all.size() < 40 && (before == null || s.id().compareTo(before) < 0))
        all.add(json(account, s.id(), s.text(), s.at()));
    return "[" + String.join(",", all) + "]";
  }

  private static String json(Judge.Account account, String id, String text, Instant at) {
    var name = account.name;
    return "{\"id\":\"" + id + "\",\"created_at\":\"" + at + """
        ","in_reply_to_id":null,"in_reply_to_account_id":null,\
        "sensitive":false,"spoiler_text":"","visibility":"public","language":"fr",\
        "uri":"https://banc.exemple/users/""" + name + "/statuses/" + id + """
        ","url":"https://banc.exemple/@""" + name + "/" + id + """
        ","replies_count":0,"reblogs_count":0,\
        "favourites_count":0,"edited_at":null,"favourited":false,"reblogged":false,"muted":false,\
        "bookmarked":false,"content":"<p>""" + text + """
        </p>","filtered":[],"reblog":null,\
        "application":{"name":"Palabre","website":null},"account":{"id":\"""" + name + """
        ","username":\"""" + name + "\",\"acct\":\"" + name + """
        ","display_name":"Banc","locked":false,"bot":false,\
        "created_at":"2024-03-04T00:00:00.000Z","note":"","url":"https://banc.exemple/@\
        """ + name + """
        ","avatar":"","avatar_static":"","header":"","followers_count":12,"following_count":4,\
        "statuses_count":31,"emojis":[],"fields":[]},"media_attachments":[],"mentions":[],\
        "tags":[],"emojis":[],"card":null,"poll":null}""";
  }

  // Windows of five minutes that begin on the clock.
  private static Instant reset(Instant came) {
    return Instant.ofEpochSecond((came.getEpochSecond() / 300 + 1) * 300);
  }

  // ---- both

  private Judge.Account account(StandInLines.Request r) {
    var said = r.header("authorization");
    return said.startsWith("Bearer ") ? judge.account(said.substring("Bearer ".length())) : null;
  }

  private boolean isThrottled(Judge.Account account) {
    int call = account.writes.incrementAndGet();
    boolean throttled = manner.throttledEach() > 0 && call % manner.throttledEach() == 0;
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
}
