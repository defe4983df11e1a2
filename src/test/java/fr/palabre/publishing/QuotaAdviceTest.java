package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.palabre.editorial.Content;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A post that its network would not take at its hour says so while it is planned. */
class QuotaAdviceTest extends PublishingScene {
  private static final LocalDateTime FREE = LocalDateTime.parse("2026-11-23T13:00");

  @BeforeEach
  void twoAnHour() {
    network.rules =
        List.of(new QuotaRule("posts", 2, Duration.ofHours(1), Map.of(Spending.PUBLISH, 1)));
    scheduled("Un", NOON);
  }

  @Test
  void whatFitsIsPlannedWithoutAWord() throws Exception {
    assertThat(composer(planned("Deux", NOON))).doesNotContain("dépasserait");
  }

  @Test
  void whatDoesNotFitIsSaidWithTheNextFreeMoment() throws Exception {
    scheduled("Deux", NOON);
    assertThat(composer(planned("Trois", NOON)))
        .contains("dépasserait ce que Essai permet en 1 h")
        .contains("value=\"" + FREE + "\"");
  }

  @Test
  void theFreeMomentIsTakenInOneGestureAndWhatWasTypedIsKept() throws Exception {
    scheduled("Deux", NOON);
    var content = planned("Trois", NOON);
    mvc.perform(MockMvcRequestBuilders.post("/" + brand.slug() + "/contenus/" + content.id() + "/moment").with(csrf())
        .cookie(brands.session(writer.user()))
        .param("moment", FREE.toString()).param("version", "" + content.version())
        .param("texte", "Trois, relu").param("compte", account.toString())
        .param("fil." + account, "true").param("titre", "Titre").param("langue", "fr"));
    assertThat(again(content).planned().local()).isEqualTo(FREE);
    assertThat(again(content).body().text()).isEqualTo("Trois, relu");
    assertThat(composer(again(content))).doesNotContain("dépasserait");
  }

  @Test
  void aContentDroppedWhereItDoesNotFitStaysThereAndSaysTheNextFreeMoment() throws Exception {
    scheduled("Deux", NOON);
    var content = scheduled("Trois", NOON.plusDays(1));
    var told = dropped(content, NOON);
    assertThat(again(content).planned().local()).isEqualTo(NOON);
    assertThat(told).contains("\"tone\":\"wait\"", "permet en 1", "jour=" + FREE);
    assertThat(dropped(content, FREE)).contains("\"tone\":\"good\"").doesNotContain("permet en");
  }

  @Test
  void aPostMovedWhereItDoesNotFitSaysSoOnItsPageAndTakesTheFreeMoment() throws Exception {
    scheduled("Deux", NOON);
    var content = scheduled("Trois", NOON.plusDays(1));
    var page = "/" + brand.slug() + "/publication/" + post(content).id();
    assertThat(seen(page)).doesNotContain("dépasserait");
    moved(page, NOON);
    assertThat(seen(page)).contains("dépasserait", "value=\"" + FREE + "\"");
    moved(page, FREE);
    assertThat(seen(page)).doesNotContain("dépasserait");
  }

  @Test
  void aPostAlreadyPlannedDoesNotCountAgainstItself() throws Exception {
    var content = scheduled("Deux", NOON);
    assertThat(composer(content)).doesNotContain("dépasserait");
  }

  @Test
  void theEngineKeepsToItEvenWhenNobodyListened() {
    scheduled("Deux", NOON);
    scheduled("Trois", NOON);
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Un", "Deux");
    at(AT_NOON.plus(Duration.ofMinutes(61)));
    assertThat(network.texts()).containsExactly("Un", "Deux", "Trois");
  }

  private Content planned(String text, LocalDateTime at) {
    var content = write(text, account);
    in(() -> contents.plan(writer, content.id(), at));
    return again(content);
  }

  private String dropped(Content content, LocalDateTime on) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.post("/" + brand.slug() + "/calendrier/dates")
        .with(csrf()).cookie(brands.session(manager.user())).header("HX-Request", "true")
        .param("contenu", content.id().toString()).param("jour", on.toString()))
        .andReturn().getResponse().getHeader("HX-Trigger");
  }

  private void moved(String page, LocalDateTime to) throws Exception {
    mvc.perform(MockMvcRequestBuilders.post(page + "/date").with(csrf())
        .cookie(brands.session(manager.user())).param("date", to.toString()));
  }

  private String seen(String page) throws Exception {
    return mvc.perform(get(page).cookie(brands.session(manager.user()))).andReturn().getResponse()
        .getContentAsString();
  }

  private String composer(Content content) throws Exception {
    return mvc.perform(get("/" + brand.slug() + "/contenus/" + content.id() + "?modifier")
        .cookie(brands.session(writer.user()))).andReturn().getResponse().getContentAsString();
  }
}
