package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A person at a browser. Whatever the page asks of another host, refuses by its own policy or
 * breaks in its scripts is noted, and fails the journey.
 */
final class Visitor implements AutoCloseable {
  /** Nothing moves any more: what fades in has its colours. */
  private static final String AT_REST = """
      () => Promise.all(document.getAnimations()
        .filter(move => move.effect.getComputedTiming().iterations !== Infinity)
        .map(move => move.finished.catch(() => {})))""";
  private final String house;
  private final BrowserContext window;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  Visitor(String house, Chromium.Look look) {
    this.house = house;
    this.window = Chromium.window(look);
    this.page = window.newPage();
    page.onRequest(r -> note(abroad(r.url()), "asked another host: " + r.url()));
    page.onPageError(e -> faults.add("script failed: " + e));
    page.onConsoleMessage(m -> note(isFault(m), "the console says: " + m.text()));
    page.onResponse(r -> note(r.status() >= 500, "answered " + r.status() + ": " + r.url()));
  }

  Page page() {
    return page;
  }

  // That the house refused something, or did not answer, is told there too: tests look at that themselves.
  private static boolean isFault(ConsoleMessage m) {
    return m.type().equals("error") && !m.text().startsWith("Failed to load resource")
        && !m.text().contains("Response Status Error Code") && !m.text().startsWith("htmx:");
  }

  Page open(String path) {
    page.navigate(house + path);
    return page;
  }

  /** Opens a page and tells how the house answered. */
  int answer(String path) {
    return page.navigate(house + path).status();
  }

  void signIn(String email, String password) {
    open("/connexion");
    page.locator("[name=email]").fill(email);
    page.locator("[name=password]").fill(password);
    page.locator("form .btn-primary").click();
    page.waitForURL(url -> !url.contains("/connexion"));
  }

  /** Chooses the language in which Palabre speaks to this person. */
  void speak(String language) {
    open("/compte");
    page.locator("[name=language]").selectOption(language);
    page.locator("main form .btn-primary").first().click();
    page.locator("html[lang=" + language + "]").waitFor();
    page.waitForLoadState();
  }

  /** What is planned for a full minute does not come due within the next twenty seconds. */
  void waitsForAnEarlySecond() {
    var second = LocalTime.now().getSecond();
    if (second >= 40) page.waitForTimeout((60 - second) * 1000.0);
  }

  /** Where the person stands, without the host. */
  String place() {
    return URI.create(page.url()).getPath();
  }

  void shows(String text) {
    assertThat(page.locator("body").innerText()).contains(text);
  }

  /** WCAG 2.2 A and AA, as far as a machine can tell. */
  void isAccessible() {
    page.evaluate(AT_REST);
    var found = new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze();
    assertThat(found.getViolations())
        .as(page.url())
        .extracting(v -> v.getId() + ": " + v.getNodes().stream().limit(3)
            .map(n -> n.getTarget() + " " + n.getFailureSummary()).toList())
        .isEmpty();
  }

  /** Nothing wider than the window: no page scrolls sideways. */
  void fitsTheWindow() {
    var wider = (Integer) page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wider).as("pixels too wide: " + page.url()).isLessThanOrEqualTo(0);
  }

  /** Kept beside the build, or where the manual finds it: -Dpalabre.pictures=docs/images. */
  Path picture(String name) {
    var file = Path.of(System.getProperty("palabre.pictures", "target/pictures"), name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file)
        // Hiding the caret would put a style of its own into the page.
        .setCaret(ScreenshotCaret.INITIAL));
    return file;
  }

  @Override
  public void close() {
    window.close();
    assertThat(faults).isEmpty();
  }

  private boolean abroad(String url) {
    return url.startsWith("http") && !url.startsWith(house);
  }

  private void note(boolean wrong, String what) {
    if (wrong) faults.add(what);
  }
}
