package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostsRead;
import fr.palabre.testing.FakeNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A post whose words were changed on its network, not from here, is noticed when it is read. */
class RewrittenTest extends PublishingScene {
  private static final Instant EVENING = AT_NOON.plus(Duration.ofHours(7));
  private static final String THEIRS = "Le marché ouvre dimanche";
  @Autowired Rewritten rewritten;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  private ScheduledPost post;
  private String remoteId;

  @BeforeEach
  void aPostThatIsOut() {
    var content = scheduled("Le marché ouvre samedi", NOON);
    at(AT_NOON);
    post = post(content);
    remoteId = network.online.getFirst().remoteId();
    clock.set(EVENING);
  }

  @Test
  void otherWordsThanOursAreSaidBesideThemOnThePostAndOnTheBoard() throws Exception {
    read(THEIRS, EVENING);
    assertThat(page("publication/" + post.id()))
        .contains("samedi", "dimanche", "montre un autre texte");
    assertThat(page("publication")).contains("Modifiées sur leur réseau", "dimanche");
  }

  @Test
  void theSameWordsWithOtherSpacesAndShorterNamesAreOurs() {
    assertThat(SentWords.same("Merci @fanny@autre.exemple\u00a0!\n\n\nÀ samedi",
        "Merci @fanny ! À samedi")).isTrue();
    read("Le  marché ouvre\nsamedi", EVENING);
    assertThat(in(() -> rewritten.find(post))).isEmpty();
  }

  @Test
  void aNetworkThatDoesNotTellChangesNothing() {
    read(null, EVENING);
    assertThat(in(() -> rewritten.find(post))).isEmpty();
  }

  @Test
  void whatIsKeptIsAskedOnceAndReadsSoFromThenOn() {
    read(THEIRS, EVENING);
    assertThat(in(() -> rewritten.keep(manager, post))).isTrue();
    read(THEIRS, EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.open(brand.id(), 10))).isEmpty();
    assertThat(in(() -> afterwards.messages(post)).getFirst().draft().text()).isEqualTo(THEIRS);
    assertThat(in(() -> rewritten.keep(manager, post))).isFalse();
    assertThat(audited()).contains("post.kept");
  }

  @Test
  void whatIsKeptAndChangesAgainIsAskedAgain() {
    read(THEIRS, EVENING);
    in(() -> rewritten.keep(manager, post));
    read("Le marché n’ouvre plus", EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.open(brand.id(), 10))).hasSize(1);
  }

  @Test
  void oursIsSentAgainThroughTheSameEngine() throws Exception {
    read(THEIRS, EVENING);
    mvc.perform(MockMvcRequestBuilders.post("/" + brand.slug() + "/publication/" + post.id() + "/ailleurs").with(csrf())
        .cookie(brands.session(manager.user())).param("choix", "remettre"));
    sender.runDue();
    assertThat(network.acts).containsExactly("edit " + remoteId);
    assertThat(audited()).contains("post.restored");
    read("Le marché ouvre samedi", EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.find(post))).isEmpty();
  }

  @Test
  void oursThatTheNetworkRefusedIsAskedAgain() {
    read(THEIRS, EVENING);
    network.next(FakeNetwork.answering(new Rejected(Reason.FORBIDDEN, "no", "")));
    in(() -> rewritten.restore(manager, post));
    sender.runDue();
    read(THEIRS, EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.open(brand.id(), 10))).hasSize(1);
  }

  @Test
  void ourOwnCorrectionIsNobodyElses() {
    var part = parts(post).getFirst().id();
    in(() -> afterwards.correct(manager, post, part, THEIRS));
    read("Le marché ouvre samedi", EVENING.plusSeconds(1));
    sender.runDue();
    read(THEIRS, EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.find(post))).isEmpty();
  }

  private void read(@Nullable String words, Instant at) {
    var shown = new HashMap<String, PostSeen>();
    shown.put(remoteId, new PostSeen(Map.of(), words));
    in(() -> events.publishEvent(
        new PostsRead(brand.id(), account, shown, List.of(), at)));
  }

  private String page(String path) throws Exception {
    return mvc.perform(get("/" + brand.slug() + "/" + path)
        .cookie(brands.session(manager.user()))).andReturn().getResponse().getContentAsString();
  }

  private List<String> audited() {
    return in(() -> jdbc.sql("select action from compliance_audit where workspace_id = :w")
        .param("w", brand.id().value()).query(String.class).list());
  }
}
