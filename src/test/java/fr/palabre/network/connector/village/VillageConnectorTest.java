package fr.palabre.network.connector.village;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.Credentials;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.Inbound;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkConnector;
import fr.palabre.network.NetworkConnectorContract;
import fr.palabre.network.PostDraft;
import fr.palabre.network.RawEvent;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PalabreTest
class VillageConnectorTest extends NetworkConnectorContract {
  @Autowired VillageConnector village;
  @Autowired Brands brands;
  @Autowired MovableClock clock;
  private Workspace brand;
  private AccountSession session;
  private int acts;

  @BeforeEach
  void enter() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    session = session((Connected) village.connect(Map.of("handle", "fournil", "name", "Le Fournil")));
  }

  @Test
  void withinAMinuteOfAPostSomeoneLikesItAndSomeoneAnswers() {
    var post = publish("Notre nouvelle brioche sort du four demain matin.");
    clock.advance(Duration.ofMinutes(1));
    assertThat(happenings()).anySatisfy(h -> assertThat(h)
            .isInstanceOfSatisfying(Inbound.Message.class,
                m -> assertThat(m.parentId()).isEqualTo(post)))
        .anySatisfy(h -> assertThat(h).isInstanceOfSatisfying(Inbound.Reaction.class,
            r -> assertThat(r.onId()).isEqualTo(post)));
  }

  @Test
  void someoneComesByEvenBeforeTheFirstPost() {
    happenings();
    clock.advance(Duration.ofMinutes(2));
    assertThat(happenings()).isNotEmpty();
  }

  @Test
  void anAnsweredQuestionIsFollowedByAWordOrALike() {
    publish("Qui veut goûter la nouvelle fournée ?");
    clock.advance(Duration.ofHours(12));
    var asked = questions(happenings());
    asked.forEach(m -> reply(m));
    var before = happenings().size();
    clock.advance(Duration.ofMinutes(2));
    assertThat(happenings().size()).isGreaterThan(before);
  }

  @Test
  void thePublicNeverWritesAboutAPostThatWasDeleted() {
    var post = publish("Oups, mauvaise photo.");
    delivered(village.delete(session, post));
    clock.advance(Duration.ofDays(1));
    assertThat(happenings()).noneSatisfy(h -> assertThat(h)
        .isInstanceOfSatisfying(Inbound.Message.class,
            m -> assertThat(m.rootId()).isEqualTo(post)));
  }

  @Test
  void figuresOnlyGrowWithThePostsAge() {
    var post = publish("Fournée de nuit, ouverture à l'aube.");
    var views = LongStream.of(1, 9, 50, 600, 3_000).map(minutes -> {
      clock.advance(Duration.ofMinutes(minutes));
      return metrics(post).get(Metric.VIEWS);
    }).toArray();
    assertThat(views).isSorted().doesNotHaveDuplicates();
    assertThat(metrics(post).get(Metric.REACH)).isLessThan(metrics(post).get(Metric.VIEWS));
  }

  @Test
  void followersMoveFromDayToDay() {
    var followers = LongStream.range(0, 10).map(_ -> {
      clock.advance(Duration.ofDays(1));
      return read(village.accountMetrics(session, clock.instant())).get(Metric.FOLLOWERS);
    }).distinct().count();
    assertThat(followers).isGreaterThan(5);
  }

  @Test
  void theSameStoryIsToldTwice() {
    var plan = new VillageLife(new Sentences());
    var post = new VillageMessage("p", null, VillageMessage.Kind.POST, "Galette !", 0, null, "p",
        null, 0, clock.instant());
    assertThat(plan.afterPost(post)).isEqualTo(plan.afterPost(post));
  }

  @Test
  void someoneInAHurryIsAskedToWait() {
    for (int i = 0; i < Village.WRITES; i++) publish("Message " + i);
    assertThat(village.publish(session, draft("Un de trop"), key()))
        .isInstanceOfSatisfying(RetryAfter.class, wait ->
            assertThat(wait.notBefore()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10))));
  }

  @Test
  void eachMessageOfTheVillageIsToldOnce() {
    publish("On vous attend samedi pour l'atelier.");
    var told = new ArrayList<String>();
    String cursor = null;
    for (int i = 0; i < 40; i++) {
      var page = read(village.activity(session, cursor));
      page.events().forEach(e -> told.add(e.externalId() + e.revision()));
      cursor = page.cursor();
      clock.advance(Duration.ofMinutes(30));
    }
    assertThat(told).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Override
  protected NetworkConnector connector() {
    return village;
  }

  @Override
  protected AccountSession session() {
    return session;
  }

  @Override
  protected AccountSession revokedSession() {
    return new AccountSession(session.account(),
        new Credentials(Map.of("key", new Secret("changed")), null));
  }

  @Override
  protected int postsOnTheNetwork() {
    return read(village.accountMetrics(session, clock.instant())).get(Metric.POSTS).intValue();
  }

  @Override
  protected int callsReceived() {
    return 0;
  }

  @Override
  protected String messageOfSomeone() {
    publish("Bonjour à tous");
    clock.advance(Duration.ofHours(1));
    return messages(happenings()).getFirst().remoteId();
  }

  @Override
  protected List<RawEvent> events() {
    for (int i = 0; i < 8; i++) publish("Un concours ? Une question ? Un atelier " + i);
    clock.advance(Duration.ofHours(14));
    return raw();
  }

  private String publish(String text) {
    return delivered(village.publish(session, draft(text), nextKey())).remoteId();
  }

  // What people do is drawn from the ids of what they react to: the same keys tell the same story.
  private DeliveryKey nextKey() {
    return new DeliveryKey(UUID.nameUUIDFromBytes(("act " + ++acts).getBytes(UTF_8)));
  }

  private void reply(Inbound.Message to) {
    var replyTo = new PostDraft.ReplyTo(to.remoteId(), to.rootId(), false, null);
    delivered(village.publish(session, draft("Oui, bien sûr").inReplyTo(replyTo),
        nextKey()));
  }

  private Map<Metric, Long> metrics(String post) {
    return read(village.postMetrics(session, List.of(post))).get(post).counts();
  }

  private List<Inbound> happenings() {
    return raw().stream().flatMap(e -> village.understand(session.account(), e).stream()).toList();
  }

  private List<RawEvent> raw() {
    var events = new ArrayList<RawEvent>();
    var page = read(village.activity(session, null));
    events.addAll(page.events());
    while (page.more()) {
      page = read(village.activity(session, page.cursor()));
      events.addAll(page.events());
    }
    return events;
  }

  // Some villagers take back what they wrote: that can be neither liked nor answered any more.
  private static List<Inbound.Message> messages(List<Inbound> happenings) {
    var gone = happenings.stream().filter(Inbound.MessageDeleted.class::isInstance)
        .map(h -> ((Inbound.MessageDeleted) h).remoteId()).toList();
    return happenings.stream().filter(Inbound.Message.class::isInstance)
        .map(Inbound.Message.class::cast)
        .filter(m -> m.kind() == Inbound.Kind.REPLY && !gone.contains(m.remoteId())).toList();
  }

  private static List<Inbound.Message> questions(List<Inbound> happenings) {
    return messages(happenings).stream().filter(m -> m.text().contains("?")).toList();
  }

  private AccountSession session(Connected found) {
    return new AccountSession(new ConnectedAccount(AccountId.next(), brand.id(), VillageConnector.ID,
        found.remoteId(), found.handle(), found.displayName(), null, found.settings(),
        Standing.CONNECTED), found.credentials());
  }
}
