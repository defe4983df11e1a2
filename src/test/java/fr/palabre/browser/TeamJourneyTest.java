package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.testing.DemoHouse;
import org.junit.jupiter.api.Test;

/** An administrator brings someone into the team, opens a second brand, and goes from one to the other. */
@Journey
class TeamJourneyTest {
  private static final String HERE = "/le-fournil-des-lilas";

  @Test
  void someoneInvitedIsAtWorkAfterOneForm() {
    try (var house = new DemoHouse(); var admin = new Visitor(house.address(), Look.DESK)) {
      signIn(admin, house);
      var link = invite(admin);
      try (var newcomer = new Visitor(house.address(), Look.PHONE)) {
        join(newcomer, link.substring(house.address().length()));
      }
      admin.open(HERE + "/equipe");
      admin.shows("Nina Nouvelle");
      looksRight(admin, "jetons", HERE + "/jetons");
      looksRight(admin, "compte", "/compte");
      looksRight(admin, "sessions", "/compte/sessions");
      looksRight(admin, "reglages", HERE + "/reglages");
      looksRight(admin, "suppression", HERE + "/reglages/suppression");
      switchesBrands(admin);
    }
  }

  private static void signIn(Visitor admin, DemoHouse house) {
    var page = admin.open("/connexion");
    admin.isAccessible();
    admin.picture("connexion");
    page.locator("[name=email]").fill(house.email());
    page.locator("[name=password]").fill(house.password());
    page.locator("form .btn-primary").click();
    assertThat(admin.place()).startsWith(HERE);
  }

  private static String invite(Visitor admin) {
    var page = admin.open(HERE + "/equipe");
    page.locator("form[action$='/equipe/invitations'] select").selectOption("ANALYST");
    page.locator("form[action$='/equipe/invitations'] .btn-primary").click();
    admin.shows("Invitation prête");
    admin.isAccessible();
    admin.picture("equipe");
    return page.locator("input[readonly]").first().inputValue();
  }

  private static void join(Visitor newcomer, String link) {
    var page = newcomer.open(link);
    newcomer.shows("Rejoindre Le Fournil des Lilas");
    newcomer.isAccessible();
    newcomer.fitsTheWindow();
    newcomer.picture("invitation");
    page.locator("[name=name]").fill("Nina Nouvelle");
    page.locator("[name=email]").fill("nina@exemple.test");
    page.locator("[name=password]").fill("quatre barques sur la Vilaine");
    page.locator("form[action$='/compte'] .btn-primary").click();
    assertThat(newcomer.place()).startsWith(HERE);
    newcomer.open(HERE + "/equipe");
    newcomer.fitsTheWindow();
    newcomer.isAccessible();
  }

  private static void looksRight(Visitor admin, String name, String path) {
    admin.open(path);
    admin.isAccessible();
    admin.fitsTheWindow();
    admin.picture(name);
  }

  private static void switchesBrands(Visitor admin) {
    var page = admin.open("/marques");
    admin.isAccessible();
    page.locator("[name=brand]").fill("Librairie du Phare");
    page.locator("form[action='/marques'] .btn-primary").click();
    assertThat(admin.place()).startsWith("/librairie-du-phare");
    page.locator("button.brand").click();
    page.locator("#brands a[href='" + HERE + "']").click();
    assertThat(admin.place()).startsWith(HERE);
    page.locator("button.brand").click();
    page.locator("#brands a", new Page.LocatorOptions().setHasText("Librairie du Phare")).click();
    assertThat(admin.place()).startsWith("/librairie-du-phare");
  }
}
