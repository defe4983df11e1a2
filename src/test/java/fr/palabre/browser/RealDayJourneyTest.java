package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.palabre.testing.House;
import fr.palabre.testing.RealBluesky;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole day on a real Bluesky network (src/test/real/bluesky-network start). */
@Tag("real")
class RealDayJourneyTest {
  private static final String TEXT = "Le pain de seigle sort du four. Qui en veut ?";
  private static final String ALT = "Une miche ronde et dorée";
  private static final String QUESTION = "Jusqu’à quelle heure êtes-vous ouverts ?";
  private static final String ANSWER = "Jusqu’à 19 h, à tout à l’heure !";
  private final RealBluesky network = RealBluesky.running();
  private final RealBluesky.Person brand = network.person("boulange");
  private final RealBluesky.Person fan = network.person("voisine");

  @Test
  void aDayIsLivedBetweenTwoAccounts() throws IOException {
    try (var house = House.empty("--palabre.outgoing-private=localhost");
        var me = Newcomer.in(house.address())) {
      me.connect(network, brand);
      var post = goesOutAtItsMinute(me);
      var question = fan.reply(post, QUESTION);
      fan.mention(brand, "Du bon pain chez ");
      fan.like(post);
      theFanIsHeard(me);
      theFanIsAnswered(me, question);
      theDayIsCounted(me);
      theReportIsPrinted(me);
      thePostIsTakenAway(me, post);
    }
  }

  /** @return the post's address on the network */
  private String goesOutAtItsMinute(Newcomer me) {
    me.write(TEXT, ALT);
    var minute = LocalDateTime.now(me.zone).plusSeconds(80).truncatedTo(ChronoUnit.MINUTES);
    me.plan(minute);
    me.visitor.isAccessible();
    me.visitor.picture("reel-composer");
    me.letGo();
    assertThat(fan.postsOf(brand, List::isEmpty)).as("before its minute").isEmpty();
    me.sees("publication", "section[aria-labelledby=out] .row", TEXT, 100);
    me.visitor.isAccessible();
    me.visitor.picture("reel-publication");
    var post = fan.postsOf(brand, posts -> !posts.isEmpty()).getFirst();
    assertThat(post.at("/record/text").asString()).isEqualTo(TEXT);
    assertThat(post.at("/embed/images/0/alt").asString()).isEqualTo(ALT);
    assertThat(minuteOf(post, me.zone)).isEqualTo(minute);
    return post.path("uri").asString();
  }

  private static LocalDateTime minuteOf(JsonNode post, ZoneId zone) {
    var created = Instant.parse(post.at("/record/createdAt").asString());
    return LocalDateTime.ofInstant(created, zone).truncatedTo(ChronoUnit.MINUTES);
  }

  private void theFanIsHeard(Newcomer me) {
    me.sees("messagerie", ".row", "Du bon pain chez", 60);
    me.sees("messagerie", ".row", QUESTION, 60).locator("a.cover").click();
    var page = me.visitor.page();
    page.locator(".says.origin", text(TEXT)).waitFor();
    assertThat(page.locator(".says.origin header").innerText()).contains("1 j’aime");
    me.visitor.isAccessible();
    me.visitor.picture("reel-messagerie");
  }

  private void theFanIsAnswered(Newcomer me, String question) {
    var page = me.visitor.page();
    page.locator("#words").fill(ANSWER);
    page.locator("#reply .btn-primary").click();
    page.locator(".toast").waitFor();
    var seen = fan.sees(question, it -> it.path("replies").size() == 1);
    assertThat(seen.at("/replies/0/post/record/text").asString()).isEqualTo(ANSWER);
    assertThat(seen.at("/replies/0/post/author/did").asString()).isEqualTo(brand.did);
    me.sees("messagerie?vue=tout", ".row", QUESTION, 10).locator("a.cover").click();
    page.locator(".says.ours .badge.good", text("Publié")).waitFor();
  }

  private static void theDayIsCounted(Newcomer me) {
    var today = "journal/" + LocalDate.now(me.zone);
    var page = me.visitor.page();
    page.waitForCondition(() -> {
      me.open("statistiques").locator("form[action$='/releves'] button").click();
      page.locator(".toast").waitFor();
      me.open(today);
      return stat(page, "Interactions").equals("2");
    }, new Page.WaitForConditionOptions().setTimeout(90_000));
    assertThat(stat(page, "Publications")).isEqualTo("1");
    assertThat(stat(page, "Messages à répondre")).isEqualTo("2");
    assertThat(stat(page, "Messages répondus")).isEqualTo("1");
    me.visitor.shows(TEXT);
    me.visitor.isAccessible();
    me.visitor.picture("reel-journal");
  }

  private static String stat(Page page, String name) {
    return page.locator(".stat", text(name)).locator("dd").first().innerText();
  }

  private static void theReportIsPrinted(Newcomer me) throws IOException {
    var page = me.open("bilans");
    page.locator("[name=du]").fill(LocalDate.now(me.zone).toString());
    page.locator("[name=au]").fill(LocalDate.now(me.zone).toString());
    page.locator("form.form .btn-primary").click();
    var file = page.waitForDownload(() -> page.locator("a[href*='/pdf']").click());
    try (var pdf = Loader.loadPDF(file.path().toFile())) {
      assertThat(new PDFTextStripper().getText(pdf).lines())
          .containsSequence("Interactions", "2")
          .containsSequence("Publications", "1")
          .contains("Messages qui demandaient une réponse 2 0", "Messages répondus 1 0");
    }
  }

  private void thePostIsTakenAway(Newcomer me, String post) {
    var page = me.open("publication");
    page.locator("section[aria-labelledby=out] .row a.cover", text(TEXT)).click();
    page.locator("form[action$='/suppression'] button").click();
    page.locator("[data-yes]").click();
    page.locator(".toast").waitFor();
    var posts = "app.bsky.feed.getPosts?uris=" + post;
    network.eventually(fan.token, posts, it -> it.path("posts").isEmpty());
    page.waitForCondition(() -> {
      page.reload();
      return page.locator(".badge", text("Supprimée")).count() > 0;
    });
    assertThat(fan.postsOf(brand, it -> it.stream().noneMatch(p -> is(p, post)))).hasSize(1);
  }

  private static boolean is(JsonNode post, String uri) {
    return post.path("uri").asString().equals(uri);
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
