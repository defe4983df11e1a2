import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What planning, the calendar, the board and waking up cost while so many posts are scheduled: whole
 * answers of the product's own artefact, and how late a post comes that is due alone.
 */
public class Planning {
  static final String USER = "0199bbbb-0000-7000-8000-00000000ffff";
  static final String TOKEN = "plb_a-token-of-the-bench";
  static final String SESSION = "a-session-of-the-bench";
  static int port;

  public static void main(String[] args) throws Exception {
    var data = Path.of(args[1]).resolve("planning");
    port = Integer.parseInt(System.getenv().getOrDefault("PALABRE_BENCH_PORT", "8394"));
    new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
    Files.createDirectories(data);
    var judge = new Judge();
    try (var networks = new StandInNetworks(judge)) {
      var house = House.start(Path.of(args[0]), data, port, Map.of());
      try (var owner = house.owner()) {
        var posts = new Posts(owner);
        posts.connect(networks, judge, 500);
        person(owner);
        // A week in sight with the same posts whatever is stored; all else is far away.
        var week = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < 20; i++)
          posts.plan(50, week.plus(9 + i % 10, ChronoUnit.HOURS).plus(i / 10, ChronoUnit.DAYS));
        var account = one(owner, "select id from network_account where workspace_id = '"
            + Posts.brand(0) + "' limit 1");
        queue(account);
        for (int i = 2; i < args.length; i++)
          measure(owner, posts, judge, Integer.parseInt(args[i]), week, account);
      } finally {
        house.stop();
      }
    }
    System.exit(0);
  }

  static void measure(Connection owner, Posts posts, Judge judge, int wanted, Instant week,
      String account) throws Exception {
    fill(owner, posts, wanted, week.plus(40, ChronoUnit.DAYS));
    double calendar = median(60, _ -> get("/banc-0/calendrier?vue=semaine&date="
        + week.toString().substring(0, 10)));
    double board = median(60, _ -> get("/banc-0/publication"));
    double plan = median(40, i -> plan(account, i, week.plus(3, ChronoUnit.DAYS)));
    var undated = send("POST", "/contents", null, ("{\"text\":\"À ranger, %d.\","
        + "\"adaptations\":[{\"accountId\":\"%s\"}]}").formatted(wanted, account)).id();
    double slot = median(40, _ -> get("/banc-0/creneaux/offres?contenu=" + undated));
    System.out.printf(Locale.ROOT, "scheduled=%d plan_p50_ms=%.1f slot_p50_ms=%.1f "
        + "calendar_p50_ms=%.1f board_p50_ms=%.1f wake_p50_ms=%.1f%n", wanted, plan, slot, calendar,
        board, wake(posts, judge));
  }

  /** Tops what is scheduled up to that number, over two years from then on. */
  private static void fill(Connection owner, Posts posts, int wanted, Instant from)
      throws Exception {
    long there = Punctuality.count(owner,
        "select count(*) from delivery_delivery where standing = 'SCHEDULED'");
    for (long missing = wanted - there; missing > 0; missing -= 20_000)
      posts.planFrom((int) Math.min(missing, 20_000), from, Duration.ofDays(730));
    posts.analyze();
    try (var statement = owner.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  private static double wake(Posts posts, Judge judge) throws Exception {
    var late = new double[30];
    for (int i = 0; i < late.length; i++) {
      var due = Instant.now().plusMillis(700 + i * 13).truncatedTo(ChronoUnit.MILLIS);
      int number = posts.plan(1, due, 1).getFirst();
      if (!judge.await(number, number + 1, Duration.ofSeconds(60)))
        throw new IllegalStateException("A post did not come");
      late[i] = Duration.between(due, judge.first(number)).toNanos() / 1e6;
    }
    Arrays.sort(late);
    return late[late.length / 2];
  }

  /** Validates a content that has its date: what is timed is the validation, which schedules it. */
  private static double plan(String account, int number, Instant day) throws Exception {
    var made = send("POST", "/contents", null, ("{\"text\":\"Annonce du banc, numéro %d.\","
        + "\"adaptations\":[{\"accountId\":\"%s\"}]}").formatted(number, account));
    var path = "/contents/" + made.id();
    var dated = send("PUT", path + "/date", made.tag(), "{\"at\":\"%s\"}".formatted(
        day.plus(8 * 60 + number * 7L, ChronoUnit.MINUTES)));
    var submitted = send("POST", path + "/submission", dated.tag(), "{}");
    long begun = System.nanoTime();
    send("POST", path + "/approval", submitted.tag(), "{}");
    return (System.nanoTime() - begun) / 1e6;
  }

  /** What an account's next free slots are looked for in: two hours a day. */
  private static void queue(String account) throws IOException {
    var hours = Arrays.stream(DayOfWeek.values()).flatMap(day -> Stream.of("09:30", "17:00")
        .map(at -> "{\"day\":\"%s\",\"at\":\"%s\"}".formatted(day, at)));
    send("POST", "/queues", null, "{\"name\":\"Banc\",\"accountIds\":[\"%s\"],\"slots\":[%s]}"
        .formatted(account, hours.collect(Collectors.joining(","))));
  }

  private static double get(String path) throws IOException {
    long begun = System.nanoTime();
    var call = call(path);
    call.setRequestProperty("Cookie", "palabre_session=" + SESSION);
    read(call);
    return (System.nanoTime() - begun) / 1e6;
  }

  private record Made(String id, String tag) {}

  private static Made send(String method, String path, String tag, String body)
      throws IOException {
    var call = call("/api/v1/banc-0" + path);
    call.setRequestMethod(method);
    call.setDoOutput(true);
    call.setRequestProperty("Authorization", "Bearer " + TOKEN);
    call.setRequestProperty("Content-Type", "application/json");
    if (tag != null) call.setRequestProperty("If-Match", tag);
    call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    var answer = read(call);
    return new Made(answer.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1"),
        call.getHeaderField("ETag"));
  }

  private static HttpURLConnection call(String path) throws IOException {
    return (HttpURLConnection) URI.create("http://localhost:" + port + path).toURL()
        .openConnection();
  }

  private static String read(HttpURLConnection call) throws IOException {
    if (call.getResponseCode() / 100 != 2)
      throw new IllegalStateException(call.getURL() + " answered " + call.getResponseCode() + " "
          + (call.getErrorStream() == null ? ""
              : new String(call.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)));
    try (var in = call.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private interface Timed {
    double run(int number) throws Exception;
  }

  private static double median(int times, Timed timed) throws Exception {
    for (int i = 0; i < times; i++) timed.run(1000 + i);
    var all = new double[times];
    for (int i = 0; i < times; i++) all[i] = timed.run(i);
    Arrays.sort(all);
    return all[times / 2];
  }

  private static String one(Connection owner, String sql) throws SQLException {
    try (var row = owner.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void person(Connection owner) throws Exception {
    try (var statement = owner.createStatement()) {
      statement.execute("""
          insert into identity_user (id, email, name) values ('%1$s', 'banc@exemple.test', 'Banc');
          insert into identity_membership (workspace_id, user_id, role)
            values ('%2$s', '%1$s', 'ADMINISTRATOR');
          """.formatted(USER, Posts.brand(0)));
    }
    try (var session = owner.prepareStatement("""
        insert into identity_session (token_hash, user_id, created_at, seen_at, expires_at)
        values (?, ?::uuid, now(), now(), now() + interval '30 days')
        """)) {
      session.setBytes(1, sha256(SESSION));
      session.setString(2, USER);
      session.executeUpdate();
    }
    try (var token = owner.prepareStatement("""
        insert into identity_token (workspace_id, user_id, name, token_hash, permissions, created_at)
        values (?, ?::uuid, 'banc', ?,
                '{CONTENT_READ,CONTENT_WRITE,CONTENT_APPROVE,PUBLISH}', now())
        """)) {
      token.setObject(1, Posts.brand(0));
      token.setString(2, USER);
      token.setBytes(3, sha256(TOKEN));
      token.executeUpdate();
    }
  }

  private static byte[] sha256(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
