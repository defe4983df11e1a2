package fr.palabre.publishing;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.delivery.DeliveryId;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A post whose words were changed on its network, not from here, is noticed when it is read. */
class RewrittenTest extends PublishingScene {
  private static final Instant EVENING = AT_NOON.plus(Duration.ofHours(7));
  private static final String THEIRS = "Le marché ouvre dimanche";
  @Autowired Rewritten rewritten;
  @Autowired SentThreads threads;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
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
    assertThat(page("publication")).contains("Modifiées ou supprimées ailleurs", "dimanche");
  }

  @Test
  void theSameWordsWithOtherSpacesAndShorterNamesAreOurs() {
    assertThat(SentWords.same("Merci @fanny@autre.exemple\u00a0!\n\n\nÀ samedi",
        "Merci @fanny ! À samedi")).isTrue();
    read("Le  marché ouvre\nsamedi", EVENING);
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void aNetworkThatDoesNotTellChangesNothing() {
    read(null, EVENING);
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void whatIsKeptIsAskedOnceAndReadsSoFromThenOn() {
    read(THEIRS, EVENING);
    assertThat(in(() -> rewritten.keep(manager, post, remoteId))).isTrue();
    read(THEIRS, EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.open(brand.id(), 10))).isEmpty();
    assertThat(in(() -> afterwards.messages(post)).getFirst().draft().text()).isEqualTo(THEIRS);
    assertThat(in(() -> rewritten.keep(manager, post, remoteId))).isFalse();
    assertThat(audited()).contains("post.kept");
  }

  @Test
  void whatIsKeptAndChangesAgainIsAskedAgain() {
    read(THEIRS, EVENING);
    in(() -> rewritten.keep(manager, post, remoteId));
    read("Le marché n’ouvre plus", EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.open(brand.id(), 10))).hasSize(1);
  }

  @Test
  void oursIsSentAgainThroughTheSameEngine() throws Exception {
    read(THEIRS, EVENING);
    decide(parts(post).getFirst().id(), "remettre");
    sender.runDue();
    assertThat(network.acts).containsExactly("edit " + remoteId);
    assertThat(audited()).contains("post.restored");
    read("Le marché ouvre samedi", EVENING.plus(Duration.ofHours(1)));
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void oursThatTheNetworkRefusedIsAskedAgain() {
    read(THEIRS, EVENING);
    network.next(FakeNetwork.answering(new Rejected(Reason.FORBIDDEN, "no", "")));
    in(() -> rewritten.restore(manager, post, remoteId));
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
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void whatFollowsInAThreadIsReadWithItsFirstMessage() {
    thread();
    assertThat(in(() -> threads.following(brand.id(), account, List.of(remoteId, "another"))))
        .containsExactly(remote(1), remote(2));
  }

  @Test
  void otherWordsInTheMiddleOfAThreadAreSaidOfThatMessage() throws Exception {
    thread();
    readThread(Map.of(remote(1), THEIRS), List.of());
    assertThat(page("publication/" + post.id()))
        .contains("Message 2 sur 3", "dimanche", "Message 2 sur 3 · Texte en ligne");
    assertThat(page("publication")).contains("Message 2 sur 3\u00a0: ");
    decide(parts(post).get(1).id(), "remettre");
    sender.runDue();
    assertThat(network.acts).containsExactly("edit " + remote(1));
  }

  @Test
  void aMessageDeletedFromAThreadIsSaidAndTakenNoteOf() throws Exception {
    thread();
    readThread(Map.of(), List.of(remote(2)));
    assertThat(page("publication/" + post.id()))
        .contains("Message 3 sur 3", "ne montre plus ce message", "C’est noté");
    assertThat(page("publication")).contains("Supprimé ailleurs");
    assertThat(in(() -> afterwards.messages(post))).hasSize(2);
    assertThat(in(() -> rewritten.restore(manager, post, remote(2)))).isFalse();
    decide(parts(post).get(2).id(), "noter");
    assertThat(in(() -> rewritten.open(brand.id(), 10))).isEmpty();
  }

  @Test
  void aMessageThatIsThereAgainIsNoLongerMissed() {
    thread();
    readThread(Map.of(), List.of(remote(2)));
    var shown = new HashMap<String, String>();
    shown.put(remote(2), null);
    readThread(shown, List.of());
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void aMessageThatWeAreDeletingOurselvesIsNotMissed() {
    thread();
    in(() -> afterwards.remove(manager, post));
    readThread(Map.of(), List.of(remote(2)));
    assertThat(in(() -> rewritten.of(post))).isEmpty();
  }

  @Test
  void aFirstReplyIsReadWithItsPostAndSaidUnderItsName() throws Exception {
    out("Le marché ouvre samedi", "Les producteurs sont là");
    assertThat(in(() -> threads.following(brand.id(), account, List.of(remoteId))))
        .containsExactly(remote(1));
    readThread(Map.of(remote(1), THEIRS), List.of());
    assertThat(page("publication/" + post.id())).contains("Première réponse", "dimanche");
    readThread(Map.of(), List.of(remote(1)));
    assertThat(page("publication")).contains("Première réponse\u00a0: ", "Supprimé ailleurs");
    assertThat(in(() -> afterwards.messages(post))).hasSize(1);
  }

  @Test
  void aWholePostDeletedThereIsToldOnceAndTakenNoteOf() throws Exception {
    thread();
    gone();
    assertThat(in(() -> rewritten.open(brand.id(), 10))).extracting(Rewriting::remoteId)
        .containsExactly(remoteId);
    assertThat(page("journee")).contains("Supprimé ailleurs");
    assertThat(page("publication/" + post.id())).contains("ne montre plus ce message")
        .doesNotContain("Voir en ligne");
    decide(parts(post).getFirst().id(), "noter");
    gone();
    assertThat(in(() -> rewritten.open(brand.id(), 10))).isEmpty();
  }

  @Test
  void aContentSaysThatItsPostIsNoLongerThereUntilItIsAgain() throws Exception {
    var path = "contenus/" + post.content();
    assertThat(page(path)).contains("en ligne", "Voir en ligne");
    read(Map.of(), List.of(remoteId), EVENING);
    assertThat(page(path)).contains("disparu").doesNotContain("Voir en ligne");
    read("Le marché ouvre samedi", EVENING.plus(Duration.ofHours(1)));
    assertThat(page(path)).contains("Voir en ligne").doesNotContain("disparu");
  }

  private void gone() {
    read(Map.of(), List.of(remoteId, remote(1), remote(2)), EVENING);
  }

  private void thread() {
    out(LONG, "");
  }

  private void out(String text, String firstReply) {
    clock.set(START);
    network.forget();
    var content = scheduled(text, firstReply, NOON);
    at(AT_NOON);
    post = post(content);
    remoteId = remote(0);
    clock.set(EVENING);
  }

  private String remote(int place) {
    return network.online.get(place).remoteId();
  }

  private void read(@Nullable String words, Instant at) {
    var shown = new HashMap<String, @Nullable String>();
    shown.put(remoteId, words);
    read(shown, List.of(), at);
  }

  private void readThread(Map<String, @Nullable String> others, List<String> missing) {
    var shown = new HashMap<>(others);
    shown.put(remoteId, network.online.getFirst().text());
    read(shown, missing, EVENING);
  }

  private void read(Map<String, @Nullable String> shown, List<String> missing, Instant at) {
    var seen = new HashMap<String, PostSeen>();
    shown.forEach((id, words) -> seen.put(id, new PostSeen(Map.of(), words)));
    in(() -> events.publishEvent(new PostsRead(brand.id(), account, seen, missing, at)));
  }

  private void decide(DeliveryId part, String choice) throws Exception {
    mvc.perform(MockMvcRequestBuilders.post("/" + brand.slug() + "/publication/" + post.id()
            + "/ailleurs/" + part.value()).with(csrf())
        .cookie(brands.session(manager.user())).param("choix", choice))
        .andExpect(status().is3xxRedirection());
  }

  private List<String> audited() {
    return in(() -> jdbc.sql("select action from compliance_audit where workspace_id = :w")
        .param("w", brand.id().value()).query(String.class).list());
  }
}
