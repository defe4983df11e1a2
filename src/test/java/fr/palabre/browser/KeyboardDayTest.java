package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.palabre.testing.DemoHouse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole day in English and at night, without ever touching a mouse. */
@Journey
class KeyboardDayTest {
  private static final String BRAND = "/le-fournil-des-lilas";
  private static final String TEXT = "The oven is on until noon: who comes by for a warm loaf?";
  private static final Chromium.Look NIGHT = new Chromium.Look(1440, 900, "en-GB",
      ColorScheme.DARK);
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
  void aDayIsLedFromTheKeyboardAlone() {
    try (var me = new Visitor(house.address(), NIGHT)) {
      var keys = new Keyboard(me);
      signIn(me, keys, "COMMUNITY_MANAGER");
      speakEnglish(me, keys);
      askForTheKeys(me, keys);
      write(me, keys);
      leave(me, keys);
      signIn(me, keys, "MANAGER");
      speakEnglish(me, keys);
      approve(me, keys);
      seeItOut(me, keys);
      answer(me, keys);
      count(me, keys);
      assertThat(keys.faults()).isEmpty();
    }
  }

  private static void signIn(Visitor me, Keyboard keys, String role) {
    me.open("/connexion");
    stands(me);
    keys.reach("[name=email]").type(house.email(role)).press("Tab").type(house.password())
        .press("Enter");
    me.page().waitForURL("**" + BRAND + "/**");
  }

  private static void speakEnglish(Visitor me, Keyboard keys) {
    keys.reach(".me").press("Enter").reach("a[href='/compte']").press("Enter");
    me.page().waitForURL("**/compte");
    keys.reach("select[name=language]").type("E").reach("main form .btn-primary").press("Enter");
    me.page().locator("html[lang=en]").waitFor();
    stands(me);
    keys.go("My day", "/journee");
    stands(me);
  }

  private static void askForTheKeys(Visitor me, Keyboard keys) {
    var page = me.page();
    keys.press("?");
    page.locator("#keys[open]").waitFor();
    me.shows("Keyboard shortcuts");
    stands(me);
    keys.press("Escape");
    assertThat(page.locator("#keys[open]").count()).isZero();
  }

  /** Writes, dates and submits, each from a key. */
  private static void write(Visitor me, Keyboard keys) {
    var page = me.page();
    keys.press("n");
    page.waitForURL("**/contenus/nouveau");
    page.waitForCondition(() -> keys.isAt("#texte"));
    keys.type(TEXT);
    page.waitForURL(address -> address.matches(".*/contenus/[0-9a-f-]{36}.*"));
    stands(me);
    keys.reach("[popovertarget=when]").press("Enter");
    var soon = ZonedDateTime.now(ZoneId.of("Europe/Paris")).plusMinutes(1);
    keys.reach("#jour");
    fill(page, keys, "#jour", soon, "yyyy-MM-dd", "MMddyyyy", "ddMMyyyy");
    keys.reach("#heure");
    fill(page, keys, "#heure", soon, "HH:mm", "hhmma", "HHmm");
    keys.press("Escape").reach("#finish .btn-primary").press("Enter");
    page.locator(".toast", text("Submitted for approval")).waitFor();
    stands(me);
  }

  /** Types a date or a time in the order in which this browser asks for its parts. */
  private static void fill(Page page, Keyboard keys, String field, ZonedDateTime at, String wanted,
      String... orders) {
    for (var order : orders) {
      page.evaluate("s => document.querySelector(s).blur()", field);
      page.focus(field);
      keys.type(at.format(DateTimeFormatter.ofPattern(order, Locale.ENGLISH)));
      if (page.inputValue(field).equals(at.format(DateTimeFormatter.ofPattern(wanted)))) return;
    }
    throw new AssertionError("This browser takes no date from the keyboard: " + field);
  }

  private static void leave(Visitor me, Keyboard keys) {
    keys.reach(".me").press("Enter").reach("form[action='/deconnexion'] button").press("Enter");
    me.page().waitForURL("**/connexion**");
  }

  private static void approve(Visitor me, Keyboard keys) {
    var page = me.page();
    me.waitsForAnEarlySecond();
    keys.go("To approve", "/validations");
    stands(me);
    var wanted = page.locator("main .row", text(TEXT));
    for (int row = 0; row < 20 && wanted.locator("a:focus").count() == 0; row++) keys.press("j");
    keys.press("Enter");
    page.waitForURL("**/contenus/*");
    stands(me);
    keys.press("a");
    page.locator(".toast").waitFor();
    stands(me);
  }

  private static void seeItOut(Visitor me, Keyboard keys) {
    var page = me.page();
    keys.go("Calendar", "/calendrier");
    stands(me);
    keys.reach(".segmented a[href*=liste]").press("Enter");
    page.waitForURL("**vue=liste**");
    stands(me);
    until(me, () -> page.locator(".tile.done", text(TEXT)).count() > 0);
    keys.go("Publishing", "/publication");
    stands(me);
    me.shows(TEXT);
    var mine = page.locator("main .row", text(TEXT));
    for (int row = 0; row < 20 && mine.locator("a:focus").count() == 0; row++) keys.press("j");
    keys.press("Enter");
    page.waitForURL("**/publication/*");
    stands(me);
  }

  /** Somebody answers the post; the thread is found, read and answered with four keys. */
  private static void answer(Visitor me, Keyboard keys) {
    var page = me.page();
    keys.go("Messages", "/messagerie");
    stands(me);
    until(me, () -> found(page, keys));
    stands(me);
    keys.press("r").type("Thank you, see you at noon!").press("Control+Enter");
    page.locator(".toast").waitFor();
    stands(me);
    keys.press("/").type("see you at noon").press("Enter");
    page.waitForURL("**q=see**");
    me.shows("see you at noon");
  }

  private static boolean found(Page page, Keyboard keys) {
    int rows = page.locator(".list .row").count();
    for (int row = 0; row < rows; row++) {
      keys.press("j");
      page.locator("#reply").waitFor();
      var here = page.locator(".list .row[aria-current] a.cover:focus").count() > 0;
      if (here && page.locator(".origin", text(TEXT)).count() > 0) return true;
    }
    return false;
  }

  private static void count(Visitor me, Keyboard keys) {
    var page = me.page();
    keys.go("Journal", "/journal");
    stands(me);
    keys.go("Statistics", "/statistiques");
    stands(me);
    var today = LocalDate.now(ZoneId.of("Europe/Paris"));
    me.open(BRAND + "/statistiques?du=" + today.minusDays(6) + "&au=" + today);
    me.shows(TEXT);
    keys.go("Reports", "/bilans");
    stands(me);
    keys.reach("main .columns > section:last-child .btn").press("Enter");
    page.waitForURL("**/bilans/*");
    stands(me);
    keys.reach("[name=mots]").type("Warm loaves bring people in. More mornings next month.");
    page.locator("[data-saved]", text("Saved")).waitFor();
  }

  private static void until(Visitor me, BooleanSupplier seen) {
    for (int attempt = 0; attempt < 60; attempt++) {
      if (seen.getAsBoolean()) return;
      me.page().waitForTimeout(2000);
      me.page().reload();
    }
    throw new AssertionError("waited for it in vain: " + me.page().url());
  }

  /** What holds of every page on the way. */
  private static void stands(Visitor me) {
    me.page().waitForLoadState();
    me.isAccessible();
    me.fitsTheWindow();
    if (me.page().locator("html[lang=en]").count() > 0)
      assertThat(EnglishOnly.left(me.page())).as("French on " + me.page().url()).isEmpty();
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
