package fr.palabre.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.palabre.testing.RealBluesky;
import fr.palabre.testing.TestImages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Someone alone with a brand and a real account, who does everything by hand in the browser. */
final class Newcomer implements AutoCloseable {
  static final String BRAND = "/la-boulange/";
  private static final String EMAIL = "camille@exemple.test";
  private static final String PASSWORD = "quatre barques sur la Vilaine";
  final Visitor visitor;
  /** Where the brand lives. */
  final ZoneId zone = daytime();

  private Newcomer(Visitor visitor) {
    this.visitor = visitor;
  }

  // A journal's posts are those of a calendar day and its figures turn at four in the morning: a
  // story told at night would stand on two days. In Tahiti it is then the afternoon.
  private static ZoneId daytime() {
    var paris = ZoneId.of("Europe/Paris");
    var hour = LocalTime.now(paris).getHour();
    return hour >= 5 && hour < 23 ? paris : ZoneId.of("Pacific/Tahiti");
  }

  /** The first person in an empty house: becomes its administrator, and makes the brand. */
  static Newcomer in(String house) {
    var newcomer = new Newcomer(new Visitor(house, Chromium.Look.DESK));
    var page = newcomer.visitor.open("/");
    page.locator("[name=name]").fill("Camille Exemple");
    page.locator("[name=email]").fill(EMAIL);
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("[name=brand]").fill("La Boulange");
    page.locator("#zone").selectOption(newcomer.zone.getId());
    page.locator("form .btn-primary").click();
    page.waitForURL("**" + BRAND + "**");
    return newcomer;
  }

  /** The same person, in another window, after the house was opened again. */
  static Newcomer backIn(String house) {
    var newcomer = new Newcomer(new Visitor(house, Chromium.Look.DESK));
    newcomer.visitor.signIn(EMAIL, PASSWORD);
    return newcomer;
  }

  Page open(String path) {
    return visitor.open(BRAND + path);
  }

  void connect(RealBluesky network, RealBluesky.Person account) {
    var page = open("reseaux");
    page.locator("a[href$='/reseaux/nouveau']").first().click();
    page.locator("a.card[href$='/bluesky']").click();
    page.locator("[name=identifier]").fill(account.handle);
    page.locator("[name=password]").fill(account.appPassword());
    page.locator("[name=service]").fill(network.pds.toString());
    page.locator("[name=appview]").fill(network.appview.toString());
    page.locator("form.form .btn-primary").click();
    page.waitForURL("**" + BRAND + "reseaux");
    visitor.shows(account.handle);
  }

  /** A token for a program, with all that its maker may do. */
  String token() {
    var page = open("jetons");
    page.locator("main form [name=name]").fill("Programme");
    for (var may : page.locator("main form [type=checkbox]").all()) may.check();
    page.locator("main form .btn-primary").click();
    return page.locator("#token").inputValue();
  }

  /** Writes a content with a described image; it is saved, and found sound. */
  void write(String text, String alt) {
    var page = open("contenus/nouveau");
    page.locator("#texte").fill(text);
    page.waitForURL(address -> address.matches(".*/contenus/[0-9a-f-]{36}.*"));
    page.locator("#fichiers").setInputFiles(
        new FilePayload("miche.png", "image/png", TestImages.png(640, 480)));
    page.locator(".shot.wait textarea").fill(alt);
    page.locator("#checks .wait", new Page.LocatorOptions().setHasText("description"))
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.locator("#checks .good").waitFor();
  }

  void plan(LocalDateTime at) {
    var page = visitor.page();
    page.locator("[popovertarget=when]").first().click();
    page.locator("#jour").fill(at.toLocalDate().toString());
    page.locator("#heure").fill("%02d:%02d".formatted(at.getHour(), at.getMinute()));
    page.locator("#finish [data-finish][formaction$='/programmation']").waitFor();
    page.keyboard().press("Escape");
  }

  /** Alone in the brand, they validate what they wrote: the button says that it goes out. */
  void letGo() {
    var page = visitor.page();
    page.locator("#finish [data-finish]").click();
    page.locator(".toast").waitFor();
  }

  /** Looks at an address again and again until it shows this. */
  Locator sees(String path, String selector, String words, int seconds) {
    var page = open(path);
    var wanted = page.locator(selector, new Page.LocatorOptions().setHasText(words)).first();
    var end = Instant.now().plusSeconds(seconds);
    while (wanted.count() == 0) {
      if (Instant.now().isAfter(end))
        throw new AssertionError(
            "Never seen in " + path + ": " + words + "\n" + page.locator("main").innerText());
      page.waitForTimeout(2000);
      page.reload();
    }
    return wanted;
  }

  @Override
  public void close() {
    visitor.close();
  }
}
