package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.testing.DemoHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Someone looks after the connected accounts of the demo brand. */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsJourneyTest {
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
  void anAccountIsConnectedFromItsForm() {
    try (var me = signedIn(Look.DESK)) {
      var page = me.open("/le-fournil-des-lilas/reseaux");
      me.shows("@fournil_des_lilas");
      // The first reading of the account follows its creation by seconds.
      page.waitForCondition(() -> {
        page.reload();
        return !page.locator("dl.facts").first().innerText().contains("pas encore");
      });
      me.isAccessible();
      me.picture("reseaux");
      page.locator("header.top a.btn:not(.btn-primary)").click();
      me.isAccessible();
      me.picture("reseaux-choix");
      page.locator("a.card[href$='/village']").click();
      me.isAccessible();
      me.picture("reseaux-formulaire");
      page.locator("[name=handle]").fill("salon_de_the");
      page.locator("[name=name]").fill("Le Salon de thé");
      page.locator("form.form .btn-primary").click();
      assertThat(me.place()).endsWith("/reseaux");
      me.shows("@salon_de_the");
    }
  }

  @Test
  @Order(2)
  void anAccountThatLostItsAccessIsSeenOnThePhoneAndAtNight() {
    var accounts = house.bean(Accounts.class);
    var brand = new WorkspaceId(house.brand());
    var account = accounts.connected(brand).getFirst();
    accounts.askToReconnect(brand, account.id(), "key-refused");
    for (var look : new Look[] {Look.PHONE, Look.NIGHT, Look.ENGLISH})
      try (var me = signedIn(look)) {
        me.open("/le-fournil-des-lilas/reseaux");
        me.isAccessible();
        me.fitsTheWindow();
        me.picture("reseaux-" + look.width() + "-" + look.scheme() + "-" + look.language());
      }
  }

  @Test
  void aPublishedPostIsSeenAsTheNetworksPeopleSeeIt() {
    try (var me = signedIn(Look.DESK)) {
      me.open("/le-fournil-des-lilas/place-du-village/b-past-12");
      me.shows("Ici, tout le monde est simulé");
      me.isAccessible();
      me.picture("place-du-village");
    }
  }

  private static Visitor signedIn(Look look) {
    var visitor = new Visitor(house.address(), look);
    Page page = visitor.open("/connexion");
    page.locator("[name=email]").fill(house.email());
    page.locator("[name=password]").fill(house.password());
    page.locator("form .btn-primary").click();
    return visitor;
  }
}
