package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.palabre.testing.DemoHouse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures of the README and of the manual, in both languages. To take them anew:
 * {@code bin/test pictures}.
 */
@Journey
class ManualPicturesTest {
  private static final String BRAND = "/le-fournil-des-lilas";
  private static final long HEAVIEST = 250_000;
  /** A report is a page to read: its figures, then its charts. */
  private static final int PAPER = 1240;
  private static DemoHouse house;

  @BeforeAll
  static void open() {
    house = new DemoHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theManualShowsWhatOneSees(String language) {
    var look = new Chromium.Look(1280, 800, language, ColorScheme.LIGHT);
    try (var me = new Visitor(house.address(), look)) {
      me.signIn(house.email(), house.password());
      me.speak(language);
      day(me, language);
      take(me, "calendrier", "calendrier", ".tile", language);
      take(me, "publication", "publication", "main .row", language);
      within(me, "composer", "contenus?etat=DRAFT", "/contenus/", ".preview img", language);
      within(me, "messages", "messagerie", "/messagerie/", "#reply", language);
      me.page().setViewportSize(look.width(), PAPER);
      within(me, "bilan", "bilans", "/bilans/", ".report .chart", language);
    }
  }

  /** The morning has begun once people have written. */
  private static void day(Visitor me, String language) {
    var page = me.open(BRAND + "/journee");
    page.waitForCondition(() -> {
      page.reload();
      return page.locator("main .row a.cover[href*='/messagerie/']").count() > 0;
    }, new Page.WaitForConditionOptions().setTimeout(90_000));
    keep(me, "journee", language);
  }

  private static void take(Visitor me, String name, String address, String shows,
      String language) {
    me.open(BRAND + "/" + address).locator(shows).first().waitFor();
    keep(me, name, language);
  }

  /** What stands behind the first line of a list. */
  private static void within(Visitor me, String name, String list, String address, String shows,
      String language) {
    var page = me.open(BRAND + "/" + list);
    page.locator("main .row a.cover").first().click();
    page.waitForURL("**" + address + "**");
    page.locator(shows).first().waitFor();
    keep(me, name, language);
  }

  private static void keep(Visitor me, String name, String language) {
    me.page().waitForLoadState();
    me.fitsTheWindow();
    me.isAccessible();
    Path picture = me.picture(name + "." + language);
    assertThat(picture).isNotEmptyFile();
    assertThat(picture.toFile().length()).as(name).isLessThanOrEqualTo(HEAVIEST);
  }
}
