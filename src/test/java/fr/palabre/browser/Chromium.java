package fr.palabre.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, started once for the journeys of a thread: it serves no other. */
final class Chromium {
  private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

  private Chromium() {}

  private static Browser launch() {
    var playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of("/usr/bin/chromium"))
        .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run")));
  }

  /** How a person looks at Palabre. */
  record Look(int width, int height, String language, ColorScheme scheme) {
    static final Look DESK = new Look(1440, 900, "fr-FR", ColorScheme.LIGHT);
    static final Look ENGLISH = new Look(1440, 900, "en-GB", ColorScheme.LIGHT);
    static final Look NIGHT = new Look(1440, 900, "fr-FR", ColorScheme.DARK);
    static final Look PHONE = new Look(390, 844, "fr-FR", ColorScheme.LIGHT);
  }

  static BrowserContext window(Look look) {
    var context = BROWSER.get().newContext(new Browser.NewContextOptions()
        .setViewportSize(look.width(), look.height())
        .setLocale(look.language())
        .setTimezoneId("Europe/Paris")
        .setColorScheme(look.scheme())
        .setHasTouch(look.width() < 500));
    context.setDefaultTimeout(15_000);
    return context;
  }
}
