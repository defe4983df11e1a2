package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.testing.DemoHouse;
import fr.palabre.testing.TestImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A content, from its first word to somebody else's validation. */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposerJourneyTest {
  private static final String BRAND = "/le-fournil-des-lilas";
  private static DemoHouse house;
  private static String content;

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
  void aContentIsWrittenShownDescribedAndSubmitted() {
    try (var me = signedIn("capucine", Look.DESK)) {
      var page = me.open(BRAND + "/contenus/nouveau");
      page.locator("#texte").fill("Le seigle sort du four à 7 h. #pain");
      saved(page);
      content = me.place();
      keepsTheFocusOnWhatMends(page);
      page.locator("#fichiers").setInputFiles(
          new FilePayload("seigle.png", "image/png", TestImages.png(640, 480)));
      page.locator(".shot.wait textarea").fill("Une miche ronde, dorée.");
      page.locator("#checks .good").waitFor();
      page.locator("[popovertarget=when]").first().click();
      page.locator("#jour").fill("2030-11-28");
      page.locator("#heure").fill("09:30");
      page.locator("#planned", text("28 nov.")).waitFor();
      page.keyboard().press("Escape");
      me.isAccessible();
      me.picture("composer");
      page.locator("#texte").click();
      page.keyboard().press("Control+Enter");
      page.locator(".toast").waitFor();
      me.shows("attend une validation");
    }
  }

  @Test
  @Order(2)
  void nothingTypedIsLostWhenTheLineIsCut() {
    try (var me = signedIn("capucine", Look.DESK)) {
      var page = me.open(content);
      page.context().setOffline(true);
      page.locator("#texte").fill("Le seigle sort du four à 7 h 15. #pain");
      page.locator("#saved", text("Hors ligne")).waitFor();
      page.context().setOffline(false);
      saved(page);
      page.reload();
      assertThat(page.locator("#texte").inputValue()).contains("7 h 15");
    }
  }

  @Test
  @Order(3)
  void twoPeopleWritingAtOnceChooseBetweenTheirTexts() {
    try (var capucine = signedIn("capucine", Look.DESK);
        var basile = signedIn("basile", Look.DESK)) {
      var hers = capucine.open(content);
      var his = basile.open(content + "?modifier");
      his.locator("#titre").fill("Le seigle de Basile");
      saved(his);
      hers.locator("#titre").fill("Le seigle de Capucine");
      hers.locator("#told .btn", text("Comparer")).click();
      capucine.shows("Le seigle de Basile");
      capucine.isAccessible();
      capucine.picture("composer-conflit");
      hers.locator("form .btn-primary", text("Prendre celle-ci")).click();
      assertThat(hers.locator("#titre").inputValue()).isEqualTo("Le seigle de Capucine");
    }
  }

  @Test
  @Order(4)
  void whoeverHadNoHandInItValidatesFromTheKeyboard() {
    try (var me = signedIn("ambre", Look.DESK)) {
      var page = me.open(BRAND + "/validations");
      page.locator("a.cover", text("Le seigle de Capucine")).click();
      me.isAccessible();
      me.picture("composer-valider");
      page.keyboard().press("a");
      page.locator(".badge", text("programmé")).first().waitFor();
      me.shows("Ce contenu est validé");
    }
  }

  @Test
  @Order(5)
  void thePagesAreReadOnThePhoneAtNightAndInEnglish() {
    for (var look : new Look[] {Look.PHONE, Look.NIGHT, Look.ENGLISH})
      try (var me = signedIn("ambre", look)) {
        for (var address : new String[] {content + "?modifier", content + "/versions",
            BRAND + "/contenus", BRAND + "/validations", BRAND + "/medias"}) {
          me.open(address);
          me.isAccessible();
          me.fitsTheWindow();
        }
        me.picture("medias-" + look.width() + "-" + look.scheme() + "-" + look.language());
      }
  }

  // The checks are drawn anew at each save; who works from the keyboard stays where they are.
  private static void keepsTheFocusOnWhatMends(Page page) {
    var mends = page.locator("#checks [popovertarget=when]");
    mends.evaluate("button => button.dataset.before = 'the save'");
    page.locator("#texte").pressSequentially(" #seigle");
    mends.focus();
    page.locator("#checks [data-before]").waitFor(
        new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(mends.evaluate("button => button === document.activeElement")).isEqualTo(true);
  }

  private static void saved(Page page) {
    page.locator("#saved", text("Enregistré à")).waitFor(
        new Locator.WaitForOptions().setTimeout(20_000));
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Visitor signedIn(String name, Look look) {
    var visitor = new Visitor(house.address(), look);
    Page page = visitor.open("/connexion");
    page.locator("[name=email]").fill(name + "@fournil-des-lilas.example");
    page.locator("[name=password]").fill(house.password());
    page.locator("form .btn-primary").click();
    return visitor;
  }
}
