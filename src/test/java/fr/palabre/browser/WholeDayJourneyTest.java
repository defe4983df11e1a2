package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.testing.DemoHouse;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The whole day in the demo: written, validated, out, answered, replied to, counted. */
@Journey
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
        goesOut(manager);
        reply(manager);
        counted(manager);
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
    var soon = ZonedDateTime.now(ZoneId.of("Europe/Paris")).plusMinutes(1);
    page.locator("[popovertarget=when]").first().click();
    page.locator("#jour").fill(soon.toLocalDate().toString());
    page.locator("#heure").fill("%02d:%02d".formatted(soon.getHour(), soon.getMinute()));
    page.keyboard().press("Escape");
    writer.isAccessible();
    writer.fitsTheWindow();
    page.locator("#finish .btn-primary").click();
    page.locator(".toast").waitFor();
    page.waitForLoadState();
    return URI.create(page.url()).getPath();
  }

  private static void validate(Visitor manager, String content) {
    manager.waitsForAnEarlySecond();
    var page = manager.open(BRAND + "validations");
    manager.isAccessible();
    assertThat(page.locator("main").innerText()).contains("levain a débordé");
    manager.open(content);
    manager.isAccessible();
    page.locator(".act-bar [data-finish]").click();
    page.waitForLoadState();
  }

  private static void goesOut(Visitor manager) {
    waitUntil(manager, BRAND + "calendrier?vue=liste", page ->
        page.locator(".tile.done", text("levain a débordé")).count() > 0);
    manager.isAccessible();
    manager.open(BRAND + "publication");
    manager.isAccessible();
    manager.shows("levain a débordé");
  }

  /** Somebody of the village answers the post; the answer goes out by the same engine. */
  private static void reply(Visitor manager) {
    waitUntil(manager, BRAND + "messagerie", page -> {
      page.locator(".rows .row a.cover").last().click();
      page.locator("#words").waitFor();
      return page.locator(".origin", text("levain a débordé")).count() > 0;
    });
    manager.isAccessible();
    var page = manager.page();
    page.locator("#words").fill("Merci de nous avoir écrit, la recette arrive !");
    page.locator("#reply .btn-primary").click();
    waitUntil(manager, BRAND + "messagerie?vue=tout&q=recette+arrive", shown ->
        shown.locator("main").innerText().contains("arrive"));
  }

  private static void counted(Visitor manager) {
    for (var address : new String[] {"journal", "statistiques", "bilans"}) {
      manager.open(BRAND + address);
      manager.isAccessible();
      manager.fitsTheWindow();
    }
    var today = LocalDate.now(ZoneId.of("Europe/Paris"));
    manager.open(BRAND + "statistiques?du=" + today.minusDays(6) + "&au=" + today);
    manager.shows("levain a débordé");
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static void waitUntil(Visitor visitor, String address, Predicate<Page> seen) {
    for (int attempt = 0; attempt < 60; attempt++) {
      if (seen.test(visitor.open(address))) return;
      visitor.page().waitForTimeout(3000);
    }
    throw new AssertionError("waited for it in vain: " + address);
  }
}
