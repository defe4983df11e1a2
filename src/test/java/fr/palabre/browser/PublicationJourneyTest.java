package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.browser.Chromium.Look;
import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Approval;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Validation;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.DemoHouse;
import fr.palabre.testing.FakeNetwork;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Someone looks in the morning at what went out, what goes out, and what does not go on. */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationJourneyTest {
  private static final String BOARD = "/le-fournil-des-lilas/publication";
  private static DemoHouse house;
  private static FakeNetwork network;
  private static Workspace brand;
  private static Member writer;
  private static Member manager;

  @BeforeAll
  static void open() {
    house = new DemoHouse("--spring.main.sources=fr.palabre.testing.FakeNetwork");
    network = house.bean(FakeNetwork.class);
    brand = house.bean(Workspaces.class).workspace(new WorkspaceId(house.brand()));
    writer = member(Role.COMMUNITY_MANAGER);
    manager = member(Role.MANAGER);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @Order(1)
  void nothingWaitsAtFirst() {
    try (var me = signedIn(Look.DESK)) {
      me.open(BOARD);
      me.isAccessible();
      me.picture("publication-vide");
    }
  }

  @Test
  @Order(2)
  void whatDoesNotGoOnSaysWhyAndWhatToDo() {
    meet("Nos horaires de fête", FakeNetwork.ACCEPT_THEN_CUT);
    meet("La bûche aux marrons", FakeNetwork.answering(
        new Rejected(Reason.MEDIA_TOO_LARGE, "413", "blob too large")));
    meet("Le pain de seigle est de retour", FakeNetwork.answering(
        new RetryAfter(Instant.now().plusSeconds(3600), "429")));
    meet("Un atelier le samedi", FakeNetwork.answering(new Disconnected("401")));
    meet("Merci à nos voisins", FakeNetwork.ACCEPT);
    plan("Le concours de galettes", account(), LocalDateTime.now().plusHours(3));
    for (var look : List.of(Look.DESK, Look.PHONE, Look.NIGHT, Look.ENGLISH))
      try (var me = signedIn(look)) {
        me.open(BOARD);
        me.isAccessible();
        me.fitsTheWindow();
        me.picture("publication-" + look.width() + "-" + look.scheme() + "-" + look.language());
      }
  }

  @Test
  @Order(3)
  void theStoryOfAPostIsToldStepByStep() {
    for (var look : List.of(Look.DESK, Look.PHONE))
      try (var me = signedIn(look)) {
        me.open(BOARD).locator("a.cover", named("Nos horaires de fête")).first().click();
        me.shows("n’a pas répondu");
        me.isAccessible();
        me.fitsTheWindow();
        me.picture("publication-histoire-" + look.width());
      }
  }

  @Test
  @Order(4)
  void aPersonWhoSeesThePostOnlineClosesTheDoubt() {
    try (var me = signedIn(Look.DESK)) {
      me.open(BOARD).locator("button[value=en-ligne]").first().click();
      me.shows("Rien ne sera renvoyé");
      assertThat(network.texts()).containsOnlyOnce("Nos horaires de fête");
    }
  }

  @Test
  @Order(5)
  void oneGestureFreezesAndTheThawListsWhatWaited() {
    try (var me = signedIn(Look.DESK)) {
      var page = me.open(BOARD);
      page.locator("[commandfor=freeze][command=show-modal]").click();
      me.picture("publication-geler");
      page.locator("#motif").fill("Rumeur sur un produit");
      page.locator("[form=freeze-form]").click();
      me.shows("Rumeur sur un produit");
      now("Ne part pas pendant le gel", account());
      now("Ni celle-ci", account());
      me.open("/le-fournil-des-lilas/calendrier");
      me.shows("Publication gelée");
      me.isAccessible();
      me.picture("publication-gel-calendrier");
      me.open(BOARD);
      me.isAccessible();
      me.picture("publication-gelee");
      page.locator(".banner form button", new Page.LocatorOptions().setHasText("Dégeler"))
          .click();
      page.locator("[data-yes]").click();
      page.waitForURL(url -> url.endsWith(BOARD));
      me.shows("attendent depuis le dégel");
      me.picture("publication-degel");
      assertThat(network.texts()).doesNotContain("Ne part pas pendant le gel", "Ni celle-ci");
    }
  }

  /** A post that goes out now on an account of its own, and meets this. */
  private static void meet(String text, FakeNetwork.Behaviour behaviour) {
    network.next(behaviour);
    var before = network.keys.size();
    now(text, account());
    Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> network.keys.size() > before);
    network.readable = false;
  }

  private static AccountId account() {
    return FakeNetwork.connect(house.bean(Accounts.class), brand);
  }

  private static void now(String text, AccountId account) {
    goesOut(text, account, LocalDateTime.now(brand.zone()).plusDays(1), Validation.Departure.NOW);
  }

  private static void plan(String text, AccountId account, LocalDateTime at) {
    goesOut(text, account, at, Validation.Departure.PLANNED);
  }

  private static void goesOut(String text, AccountId account, LocalDateTime at,
      Validation.Departure departure) {
    var contents = house.bean(Contents.class);
    var validation = house.bean(Validation.class);
    var id = ContentId.next();
    var body = new ContentBody(text, text, List.of(), "", null, "fr",
        List.of(Adaptation.of(account)));
    within(() -> contents.save(writer, id, 0, body, ""));
    within(() -> contents.plan(writer, id, at));
    within(() -> validation.submit(writer, id, true));
    var hash = within(() -> contents.content(brand.id(), id)).hash();
    assertThat(within(() -> validation.approve(manager, id, hash, departure)))
        .isInstanceOf(Approval.Done.class);
  }

  private static <T> T within(Supplier<T> work) {
    return house.bean(RowScope.class).within(brand.id().value(), work);
  }

  private static Member member(Role role) {
    var found = within(() -> house.bean(Colleagues.class).of(brand.id())).stream()
        .filter(c -> c.role() == role).findFirst().orElseThrow();
    return new Member(found.user(), found.name(), brand, role, role.permissions(), Locale.FRENCH,
        "auto");
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
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
