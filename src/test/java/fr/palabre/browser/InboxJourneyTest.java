package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.testing.DemoHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The morning's answers, given to the people of the demo village. */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxJourneyTest {
  private static final String BRAND = "/le-fournil-des-lilas";
  private static final double TWO_BEATS = 30_000;
  private static DemoHouse house;

  @BeforeAll
  static void open() {
    house = new DemoHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @Order(1)
  void theDayLeadsToWhoeverHasWaitedLongest() {
    try (var me = signedIn(house.email(), Look.DESK)) {
      var page = me.open(BRAND + "/journee");
      page.waitForCondition(() -> {
        page.reload();
        return page.locator("main .row a.cover[href*='/messagerie/']").count() > 0;
      }, new Page.WaitForConditionOptions().setTimeout(90_000));
      me.isAccessible();
      me.picture("journee");
      page.locator("main .row a.cover").first().click();
      assertThat(me.place()).startsWith(BRAND + "/messagerie/");
      me.isAccessible();
      me.picture("messagerie-fil");
    }
  }

  @Test
  @Order(2)
  void anAnswerIsGivenAndTheNextThreadOpenedFromTheKeyboard() {
    try (var me = signedIn(house.email(), Look.DESK)) {
      var page = me.open(BRAND + "/messagerie");
      page.keyboard().press("j");
      page.locator("#reply").waitFor();
      var first = me.place();
      page.keyboard().press("r");
      page.keyboard().type("Merci de votre mot, à bientôt !");
      page.keyboard().press("Control+Enter");
      page.locator(".toast").waitFor();
      assertThat(me.place()).isNotEqualTo(first);
      me.isAccessible();
      page.locator("#row-" + id(first) + " .badge").waitFor(gone());
      me.open(first);
      page.locator(".says.ours .badge.good").waitFor();
      me.shows("Merci de votre mot, à bientôt !");
      me.picture("messagerie-repondu");
    }
  }

  @Test
  @Order(3)
  void closingIsUndone() {
    try (var me = signedIn(house.email(), Look.DESK)) {
      var page = me.open(BRAND + "/messagerie");
      page.keyboard().press("j");
      page.locator("#reply").waitFor();
      var first = me.place();
      page.keyboard().press("e");
      page.locator(".toast form").waitFor();
      page.keyboard().press("z");
      page.waitForURL(url -> url.contains(first));
      me.shows("attend depuis");
      me.isAccessible();
    }
  }

  @Test
  @Order(4)
  void twoPeopleSeeEachOtherAndOneAnswers() {
    try (var ambre = signedIn(house.email(), Look.DESK);
        var capucine = signedIn("capucine@fournil-des-lilas.example", Look.DESK)) {
      var hers = ambre.open(BRAND + "/messagerie");
      hers.locator(".list .row a.cover").first().click();
      hers.locator("#words").fill("Bonjour, nous regardons");
      var thread = ambre.place();
      var theirs = capucine.open(thread);
      theirs.locator("#here", text("Ambre")).waitFor(beats());
      capucine.picture("messagerie-presence");
      theirs.locator("#words").fill("Bonjour, c’est fait !");
      theirs.keyboard().press("Control+Enter");
      theirs.locator(".toast").waitFor();
      hers.locator("#reply .btn-primary").click();
      hers.locator("#reply .banner.late").waitFor();
      ambre.shows("Capucine Levain a répondu");
      assertThat(hers.locator("#words").inputValue()).isEqualTo("Bonjour, nous regardons");
      ambre.isAccessible();
      ambre.picture("messagerie-devancee");
    }
  }

  @Test
  @Order(5)
  void theInboxIsReadOnThePhoneAtNightAndInEnglish() {
    for (var look : new Look[] {Look.PHONE, Look.NIGHT, Look.ENGLISH})
      try (var me = signedIn(house.email(), look)) {
        for (var address : new String[] {"/journee", "/messagerie?vue=tout", "/messagerie/suivi"}) {
          me.open(BRAND + address);
          me.isAccessible();
          me.fitsTheWindow();
          me.picture(address.substring(1).replaceAll("\\W+", "-") + "-" + look.width() + "-"
              + look.scheme() + "-" + look.language());
        }
      }
  }

  private static String id(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static Locator.WaitForOptions beats() {
    return new Locator.WaitForOptions().setTimeout(TWO_BEATS);
  }

  private static Locator.WaitForOptions gone() {
    return beats().setState(WaitForSelectorState.DETACHED);
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Visitor signedIn(String email, Look look) {
    var visitor = new Visitor(house.address(), look);
    Page page = visitor.open("/connexion");
    page.locator("[name=email]").fill(email);
    page.locator("[name=password]").fill(house.password());
    page.locator("form .btn-primary").click();
    return visitor;
  }
}
