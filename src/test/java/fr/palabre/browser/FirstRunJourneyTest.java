package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.testing.House;
import org.junit.jupiter.api.Test;

/** A newcomer opens Palabre for the first time. */
@Journey
class FirstRunJourneyTest {
  @Test
  void aNewcomerIsAtWorkAfterOneForm() {
    try (var house = House.empty(); var newcomer = new Visitor(house.address(), Chromium.Look.DESK)) {
      var page = newcomer.open("/");
      assertThat(newcomer.place()).isEqualTo("/bienvenue");
      newcomer.isAccessible();
      newcomer.picture("bienvenue");
      fill(page);
      assertThat(newcomer.place()).contains("/la-boulange");
      newcomer.isAccessible();
      newcomer.picture("premiere-page");
    }
  }

  private static void fill(Page page) {
    page.locator("[name=name]").fill("Camille Exemple");
    page.locator("[name=email]").fill("camille@exemple.test");
    page.locator("[name=password]").fill("une phrase assez longue");
    page.locator("[name=brand]").fill("La Boulange");
    page.locator("form .btn-primary").click();
  }
}
