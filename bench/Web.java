import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.io.File;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The product's own artefact on its embedded database: bytes on the wire and first paint in
 * Chromium, then whole HTTP answers of one client, beside the bare SQL of the same page run through
 * JDBC as the same role, in the same minute.
 */
public class Web {
  static final int PORT = 8393;
  static final String HOUSE = "http://localhost:" + PORT;
  static final int WARM = Integer.getInteger("palabre.bench.warm", 1500);
  static final int MEASURED = 2000;
  static final List<String> PAGES = List.of("journee", "calendrier", "contenus",
      "contenus/nouveau", "validations", "medias", "publication", "messagerie", "reseaux",
      "statistiques", "journal", "bilans", "equipe");

  public static void main(String[] args) throws Exception {
    var root = Path.of(args[0]);
    var data = Path.of(args[1]).resolve("web-data");
    var process = start(root, data);
    try (var owner = owner(data)) {
      BenchData.brand(owner);
      BenchData.contents(owner, 10_000, 194);
      answers("calendar week, 10,000 contents stored, 194 shown", "calendrier?vue=semaine&date="
          + BenchData.WEEK);
      // After: what is weighed is a cold browser before a house at work.
      weigh();
      for (int i = 2; i < args.length; i++) inbox(owner, Long.parseLong(args[i].replace("_", "")));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  static Process start(Path root, Path data) throws Exception {
    var builder = new ProcessBuilder(root.resolve("bin/palabre").toString(), "start")
        .redirectErrorStream(true).redirectOutput(new File(data.getParent().toFile(), "web.log"));
    builder.environment().put("PALABRE_PORT", "" + PORT);
    builder.environment().put("PALABRE_DATA", data.toString());
    var process = builder.start();
    for (int i = 0; i < 3000; i++) {
      try {
        if (get("/actuator/health") > 0) return process;
      } catch (Exception e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("Palabre did not start; see web.log");
  }

  static Connection owner(Path data) throws Exception {
    var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).trim();
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
  }

  // ---- weight and first paint

  static void weigh() {
    System.out.println("\npage | bytes on the wire, cold, compressed | of which JavaScript | requests | first paint ms");
    try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(
            Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking")))) {
      page(browser, "sign-in", "/connexion", false, 3);
      page(browser, "calendar week, 194 contents",
          "/banc/calendrier?vue=semaine&date=" + BenchData.WEEK, true, 9);
      for (var path : PAGES) page(browser, path, "/banc/" + path, true, 3);
    }
  }

  static void page(Browser browser, String name, String path, boolean signedIn, int runs) {
    var paints = new double[runs];
    long bytes = 0;
    long script = 0;
    int requests = 0;
    int status = 0;
    for (int run = 0; run < runs; run++) {
      try (var window = browser.newContext(
          new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("fr-FR"))) {
        if (signedIn)
          window.addCookies(List.of(new Cookie("palabre_session", BenchData.TOKEN).setUrl(HOUSE)));
        var page = window.newPage();
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);
        var answer = page.navigate(HOUSE + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        status = answer.status();
        paints[run] = paint(page);
        requests = answers.size();
        bytes = answers.stream().mapToLong(Web::size).sum();
        script = answers.stream().filter(r -> r.request().resourceType().equals("script"))
            .mapToLong(Web::size).sum();
      }
    }
    Arrays.sort(paints);
    System.out.printf(Locale.ROOT, "%s | %,d | %,d | %d | %.0f%s%n", name, bytes, script, requests,
        paints[runs / 2], status == 200 ? "" : "  (HTTP " + status + ")");
  }

  static long size(Response response) {
    var sizes = response.request().sizes();
    return sizes.responseBodySize + sizes.responseHeadersSize;
  }

  static double paint(Page page) {
    return ((Number) page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"))
        .doubleValue();
  }

  // ---- whole answers

  static void inbox(Connection owner, long messages) throws Exception {
    BenchData.messages(owner, messages);
    System.out.printf(Locale.ROOT, "%n%,d messages stored%n", messages);
    var bare = bareSql(owner);
    var first = answers("messages, first page of 50", "messagerie?vue=a-repondre");
    var deep = answers("messages, page 100", "messagerie?vue=a-repondre&" + BenchData.after(owner, 99 * 50));
    System.out.printf(Locale.ROOT, "first page / bare SQL page: %.1f (aim <= 12)   page 100 / page 1: %.2f (aim <= 1.20)%n",
        first / bare, deep / first);
    search();
  }

  /** The list's own rows, read as the application's role under row-level security. */
  static double bareSql(Connection owner) throws SQLException {
    try (var c = DriverManager.getConnection(owner.getMetaData().getURL(), "postgres", "postgres")) {
      c.createStatement().execute("set role palabre_app");
      c.createStatement().execute(
          "set palabre.workspace = '" + BenchData.WORKSPACE + "'");
      var times = new double[MEASURED];
      try (var rows = c.prepareStatement("""
          select id, network, kind, author_name, author_handle, excerpt, last_inbound_at,
                 waiting_since, unanswered, assignee_name
            from inbox_conversation
           where workspace_id = ? and place > ? order by place, id limit 50
          """)) {
        for (int i = -WARM; i < MEASURED; i++) {
          long begun = System.nanoTime();
          read(rows);
          if (i >= 0) times[i] = (System.nanoTime() - begun) / 1e6;
        }
      }
      return print("bare SQL, first page of 50", times);
    }
  }

  static void read(PreparedStatement rows) throws SQLException {
    rows.setObject(1, UUID.fromString(BenchData.WORKSPACE));
    rows.setLong(2, 0);
    try (var found = rows.executeQuery()) {
      while (found.next()) for (int c = 1; c <= 10; c++) found.getString(c);
    }
  }

  static double answers(String what, String path) throws Exception {
    var times = new double[MEASURED];
    for (int i = -WARM; i < MEASURED; i++) {
      long begun = System.nanoTime();
      get("/banc/" + path);
      if (i >= 0) times[i] = (System.nanoTime() - begun) / 1e6;
    }
    return print(what, times);
  }

  static void search() throws Exception {
    var words = BenchData.words();
    var times = new double[400];
    for (int i = -100; i < times.length; i++) {
      long begun = System.nanoTime();
      get("/banc/messagerie?vue=tout&q=" + words.get(Math.floorMod(i * 37, words.size())));
      if (i >= 0) times[i] = (System.nanoTime() - begun) / 1e6;
    }
    print("search, words from frequent to rare (aim p95 <= 60 ms)", times);
  }

  static double print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "%s: p50 %.2f ms, p95 %.2f, p99 %.2f (n=%d)%n", what,
        times[times.length / 2], times[times.length * 95 / 100], times[times.length * 99 / 100],
        times.length);
    return times[times.length / 2];
  }

  static int get(String path) throws Exception {
    var call = (HttpURLConnection) URI.create(HOUSE + path).toURL().openConnection();
    call.setRequestProperty("Cookie", "palabre_session=" + BenchData.TOKEN);
    call.setRequestProperty("Accept-Language", "fr");
    call.setInstanceFollowRedirects(false);
    if (call.getResponseCode() != 200)
      throw new IllegalStateException(path + " answered " + call.getResponseCode());
    try (InputStream body = call.getInputStream()) {
      return body.readAllBytes().length;
    }
  }
}
