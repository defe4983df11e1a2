package fr.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.palabre.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component, in each of its states, before any page is built from it. */
@Journey
class ComponentsTest {
  private static House house;

  @BeforeAll
  static void open() {
    house = House.demo();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Chromium.Look[] looks() {
    return new Chromium.Look[] {Chromium.Look.DESK, Chromium.Look.NIGHT, Chromium.Look.PHONE,
        Chromium.Look.ENGLISH, new Chromium.Look(390, 844, "en-GB", ColorScheme.DARK)};
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyoneCanUseEveryComponent(Chromium.Look look) {
    try (var reader = new Visitor(house.address(), look)) {
      reader.open("/composants");
      reader.fitsTheWindow();
      reader.isAccessible();
      reader.picture("composants-" + look.width() + "-" + look.scheme());
    }
  }

  @Test
  void theKeyboardOpensTheListOfKeysAndEscapeClosesIt() {
    try (var reader = new Visitor(house.address(), Chromium.Look.DESK)) {
      var page = reader.open("/composants");
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      reader.isAccessible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();
    }
  }

  @Test
  void lettersAloneDoNothingOnceTurnedOff() {
    try (var reader = new Visitor(house.address(), Chromium.Look.ENGLISH)) {
      var page = reader.open("/composants");
      page.keyboard().press("?");
      page.locator("[data-single]").press(" ");
      page.keyboard().press("Escape");
      page.reload();
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isHidden();
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette")).isVisible();
    }
  }

  @Test
  void thePaletteFindsWhatOneNamesAndGoesThere() {
    try (var reader = new Visitor(house.address(), Chromium.Look.NIGHT)) {
      var page = reader.open("/composants");
      page.keyboard().press("Control+k");
      page.keyboard().type("repon");
      assertThat(page.locator("#palette [role=option]")).containsText("Répondre");
      reader.isAccessible();
      page.keyboard().press("Enter");
      assertThat(page.locator("#palette")).isHidden();
      assertThat(page).hasURL(java.util.regex.Pattern.compile("#kit-rows$"));
    }
  }

  @Test
  void theCursorWalksTheRowsWithoutAMouse() {
    try (var reader = new Visitor(house.address(), Chromium.Look.DESK)) {
      var page = reader.open("/composants");
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(page.locator("[data-cursor]")).containsText("Les coulisses de l’émaillage");
      page.keyboard().press("k");
      assertThat(page.locator("[data-cursor]")).containsText("Maëlle Tremblet");
    }
  }

  @Test
  void aDialogAsksBeforeDeletingAndAMenuStandsByItsButton() {
    try (var reader = new Visitor(house.address(), Chromium.Look.PHONE)) {
      var page = reader.open("/composants");
      page.locator("[commandfor=kit-dialog]").first().click();
      assertThat(page.locator("#kit-dialog")).isVisible();
      reader.isAccessible();
      page.keyboard().press("Escape");
      page.locator("[popovertarget=kit-menu]").click();
      assertThat(page.locator("#kit-menu")).isInViewport();
      reader.isAccessible();
    }
  }
}
