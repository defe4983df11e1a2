package fr.palabre.publishing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.PostSeen;
import fr.palabre.network.PostsRead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A post deleted on its network, not from here, is noticed when it is read. */
class VanishedTest extends PublishingScene {
  private static final Instant EVENING = AT_NOON.plus(Duration.ofHours(7));
  @Autowired Vanished vanished;
  @Autowired ApplicationEventPublisher events;
  private ScheduledPost post;
  private String remoteId;

  @BeforeEach
  void aPostThatIsOut() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    post = post(content);
    remoteId = network.online.getFirst().remoteId();
  }

  @Test
  void whatTheNetworkNoLongerShowsIsSaidOnThePost() throws Exception {
    read(List.of(), List.of(remoteId), EVENING);
    read(List.of(), List.of(remoteId), EVENING.plusSeconds(60));
    assertThat(in(() -> vanished.since(post))).contains(EVENING);
    assertThat(page("publication/" + post.id())).contains("ne montre plus ce message");
  }

  @Test
  void whatIsThereAgainIsNoLongerMissed() {
    read(List.of(), List.of(remoteId), EVENING);
    read(List.of(remoteId), List.of(), EVENING.plusSeconds(60));
    assertThat(in(() -> vanished.since(post))).isEmpty();
  }

  @Test
  void whatWasDeletedFromHereIsNotMissed() {
    in(() -> afterwards.remove(manager, post));
    sender.runDue();
    read(List.of(), List.of(remoteId), EVENING);
    assertThat(in(() -> vanished.since(post))).isEmpty();
  }

  private void read(List<String> shown, List<String> missing, Instant at) {
    in(() -> events.publishEvent(new PostsRead(brand.id(), account,
        shown.stream().collect(toMap(id -> id, _ -> new PostSeen(Map.of(), null))), missing, at)));
  }
}
