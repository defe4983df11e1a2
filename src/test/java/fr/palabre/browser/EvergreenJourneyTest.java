package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.testing.DemoHouse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Someone lets a few contents of lasting worth come back of themselves. */
@Journey
class EvergreenJourneyTest {
  private static final String QUEUES = "/le-fournil-des-lilas/intemporels";
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
  void aQueueIsMadeFilledPausedAndTakenAway() {
    try (var me = new Visitor(house.address(), Look.DESK)) {
      me.signIn(house.email(), house.password());
      var page = me.open(QUEUES);
      page.locator("#nom").fill("La maison");
      page.locator("#distance").fill("90");
      page.locator("form:has(#nom) button.btn").click();
      me.shows("Donnez-lui des créneaux");
      takeASlotOfAQueue(me, page);
      addTwoContents(me, page);
      giveASeason(me, page);
      page.locator("aside form[action$='/pause'] button").click();
      page.locator("[data-yes]").click();
      page.locator("form[action$='/reprise']").waitFor();
      me.shows("Rien avant la reprise.");
      me.isAccessible();
      page.locator("aside form[action$='/suppression'] button").click();
      page.locator("[data-yes]").click();
      page.waitForURL(url -> url.endsWith(QUEUES));
      assertThat(page.locator("main .rows").innerText()).doesNotContain("La maison");
    }
  }

  @Test
  void aContentFindsItsQueueFromItsOwnPage() {
    try (var me = new Visitor(house.address(), Look.PHONE)) {
      me.signIn(house.email(), house.password());
      var page = me.open("/le-fournil-des-lilas/contenus?etat=PUBLISHED");
      page.locator("main .rows a.cover").first().click();
      page.locator("a[href*='intemporels?contenu=']").first().click();
      me.shows("Choisissez la file");
      me.isAccessible();
      me.fitsTheWindow();
      page.locator("main .rows form button").first().click();
      me.shows("1 contenu ajouté");
    }
  }

  @Test
  void oneWhoOnlyReadsSeesWhatComesBackAndChangesNothing() {
    try (var me = new Visitor(house.address(), Look.DESK)) {
      me.signIn(house.email("MODERATOR"), house.password());
      var page = me.open(QUEUES);
      page.locator("main .rows a.cover").first().click();
      me.shows("Ce qui revient");
      assertThat(page.locator("main form button").count()).isZero();
      assertThat(page.locator("main a[href$='/ajout']").count()).isZero();
    }
  }

  private static void takeASlotOfAQueue(Visitor me, Page page) {
    me.isAccessible();
    page.locator("[name=reprises]").first().check();
    page.locator("form[action$='/horaires'] button").click();
    me.shows("La file n’a pas encore de contenu");
  }

  private static void addTwoContents(Visitor me, Page page) {
    page.locator("a[href$='/ajout']").click();
    me.isAccessible();
    for (var n : List.of(0, 1)) page.locator("label.cover").nth(n).click();
    page.locator("form[action$='/contenus'] button").click();
    me.shows("2 contenus ajoutés");
    me.shows("il faut 13 contenus");
  }

  private static void giveASeason(Visitor me, Page page) {
    page.locator("[aria-labelledby=contents] a.cover").first().click();
    me.isAccessible();
    page.locator("#fois").fill("4");
    page.locator("form:has(#fois) button").click();
    me.shows("revenu 0 fois sur 4");
  }
}
