package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.palabre.testing.DemoHouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole day in the demo: written, validated, out, answered, replied to, counted. */
@Tag("browser")
class WholeDayJourneyTest {
  private static final String BRAND = "/le-fournil-des-lilas/";
  private static final String TEXT = "Ce matin, le levain a débordé du pot : qui veut la recette ?";

  @Test
  void aContentIsWrittenValidatedPublishedAnsweredRepliedToAndCounted() {
    try (var house = new DemoHouse()) {
      String content;
      try (var writer = signedIn(house, "COMMUNITY_MANAGER")) {
        content = write(writer);
      }
      try (var manager = signedIn(house, "MANAGER")) {
        validate(manager, content);
        goesOut(manager, content);
        reply(manager);
        manager.open(BRAND + "journal");
        manager.isAccessible();
        manager.open(BRAND + "bilans");
        manager.isAccessible();
      }
    }
  }

  private static Visitor signedIn(DemoHouse house, String role) {
    var visitor = new Visitor(house.address(), Chromium.Look.DESK);
    var page = visitor.open("/connexion");
    page.locator("[name=email]").fill(house.email(role));
    page.locator("[name=password]").fill(house.password());
    page.locator("form .btn-primary").click();
    page.waitForURL("**" + BRAND + "**");
    return visitor;
  }

  /** Writes a content and submits it; returns its address. */
  private static String write(Visitor writer) {
    var page = writer.open(BRAND + "contenus/nouveau");
    page.locator("#texte").pressSequentially(TEXT);
    page.waitForURL(address -> address.matches(".*/contenus/[0-9a-f-]{36}.*"));
    writer.isAccessible();
    writer.fitsTheWindow();
    page.locator("#finish .btn-primary").click();
    page.waitForLoadState();
    return java.net.URI.create(page.url()).getPath();
  }

  private static void validate(Visitor manager, String content) {
    var page = manager.open(BRAND + "validations");
    manager.isAccessible();
    assertThat(page.locator("main").innerText()).contains("levain a débordé");
    manager.open(content);
    manager.isAccessible();
    page.locator(".act-bar [data-finish]").click();
    page.waitForLoadState();
  }

  private static void goesOut(Visitor manager, String content) {
    var page = manager.open(content);
    if (page.locator("[formaction$='/publication'], form[action$='/publication'] button").count() > 0)
      page.locator("[formaction$='/publication'], form[action$='/publication'] button").first().click();
    waitUntil(page, BRAND + "calendrier?vue=liste", "levain a débordé", ".tile.done");
    manager.isAccessible();
  }

  /** Somebody of the village answers within minutes; the answer goes out by the same engine. */
  private static void reply(Visitor manager) {
    var page = manager.open(BRAND + "messagerie");
    manager.isAccessible();
    page.locator(".rows .row a.cover").first().click();
    page.locator("#words").fill("Merci de nous avoir écrit, on vous répond au comptoir !");
    manager.isAccessible();
    page.locator("#reply .btn-primary").click();
    page.locator(".says.ours").first().waitFor(new Locator.WaitForOptions());
  }

  private static void waitUntil(Page page, String address, String text, String selector) {
    for (int attempt = 0; attempt < 30; attempt++) {
      page.navigate(java.net.URI.create(page.url()).resolve(address).toString());
      if (page.locator(selector).filter(new Locator.FilterOptions().setHasText(text)).count() > 0)
        return;
      page.waitForTimeout(2000);
    }
    throw new AssertionError("never saw " + selector + " with: " + text);
  }
}
