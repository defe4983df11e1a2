package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.palabre.testing.DemoHouse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page a person can open: for everyone, within the window, and in one language. */
@Journey
class EveryPageTest {
  private static final String BRAND = "/le-fournil-des-lilas";
  private static final List<String> PLACES = List.of("/journee", "/calendrier",
      "/calendrier?vue=semaine", "/calendrier?vue=liste", "/contenus", "/contenus/nouveau",
      "/validations", "/medias", "/creneaux", "/recurrences",
      "/intemporels",
      "/publication", "/publication/horloge",
      "/messagerie?vue=tout",
      "/messagerie/suivi",
      "/reseaux", "/reseaux/nouveau", "/reseaux/nouveau/bluesky", "/reseaux/nouveau/mastodon",
      "/statistiques", "/statistiques/heures", "/journal", "/bilans", "/equipe", "/jetons",
      "/reglages",
      "/reglages/suppression", "/nulle-part");
  /** Lists whose first line leads to a page of its own. */
  private static final List<String> LISTS = List.of("/contenus", "/validations", "/medias",
      "/intemporels", "/publication", "/messagerie?vue=tout", "/statistiques", "/journal", "/bilans");
  private static final List<String> OUTSIDE = List.of("/compte", "/compte/sessions", "/marques",
      "/composants");
  private static final String FIRST_LINE =
      "main :is(.row, .thumb, tbody tr, [data-step]) a[href*='%s/']:not([target])";
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
  void holdsOnThePhoneInEnglish() {
    visit(new Chromium.Look(390, 844, "en-GB", ColorScheme.LIGHT), "en");
  }

  @Test
  void holdsOnATabletAtNightInEnglish() {
    visit(new Chromium.Look(1024, 768, "en-GB", ColorScheme.DARK), "en");
  }

  @Test
  void holdsOnThePhoneAtNightInFrench() {
    visit(new Chromium.Look(390, 844, "fr-FR", ColorScheme.DARK), "fr");
  }

  private static void visit(Chromium.Look look, String language) {
    try (var me = new Visitor(house.address(), look)) {
      me.signIn(house.email(), house.password());
      me.speak(language);
      var softly = new SoftAssertions();
      for (var address : addresses(me)) {
        me.open(address);
        softly.check(me::isAccessible);
        softly.check(me::fitsTheWindow);
        if (language.equals("en"))
          softly.assertThat(EnglishOnly.left(me.page())).as("French on " + address).isEmpty();
      }
      softly.assertAll();
    }
  }

  private static List<String> addresses(Visitor me) {
    var found = new ArrayList<String>();
    for (var place : PLACES) found.add(BRAND + place);
    for (var list : LISTS) {
      Page page = me.open(BRAND + list);
      var wanted = FIRST_LINE.formatted(list.replaceAll("\\?.*", ""));
      if (page.locator(wanted).count() > 0)
        found.add(page.locator(wanted).first().getAttribute("href"));
    }
    assertThat(found).as("pages of one thing").hasSizeGreaterThan(PLACES.size() + 4);
    found.addAll(OUTSIDE);
    return found;
  }
}
