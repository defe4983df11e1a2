package fr.palabre.delivery.engine;

import static fr.palabre.testing.FakeNetwork.answering;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.PostDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a post's minute, its images are there already. */
class ImagesAheadTest extends EngineScene {
  private static final Instant HOUR = START.plus(Duration.ofHours(1));
  @Autowired ImagesAhead ahead;

  @Test
  void imagesGoTwoMinutesAheadOfTheirPostAndOnlyOnce() {
    withImage(HOUR);
    at(HOUR.minus(ImagesAhead.LEAD).minusSeconds(1));
    assertThat(network.sentAhead).isEmpty();
    at(HOUR.minus(ImagesAhead.LEAD));
    at(HOUR.minusSeconds(60));
    assertThat(network.sentAhead).extracting(PostDraft.Image::altText).containsExactly("Mer");
    assertThat(network.online).isEmpty();
  }

  @Test
  void thePostThenShowsWhatIsThereAlready() {
    withImage(HOUR);
    at(HOUR.minusSeconds(60));
    go(HOUR);
    assertThat(shown()).containsExactly("image-1");
  }

  @Test
  void whatMayHaveBeenSweptAwayIsSentAnew() {
    var id = withImage(HOUR);
    at(HOUR.minusSeconds(60));
    inBrand(() -> deliveries.reschedule(brand.id(), id, HOUR.plus(Duration.ofMinutes(6))));
    go(HOUR.plus(Duration.ofMinutes(6)));
    assertThat(shown()).containsOnlyNulls();
  }

  @Test
  void whatFailedWithThemIsTriedAgainWithoutThem() {
    withImage(HOUR);
    at(HOUR.minusSeconds(60));
    network.next(answering(new NotSent("BlobNotFound")));
    go(HOUR);
    go(HOUR.plusSeconds(5));
    assertThat(shown()).hasSize(1).containsOnlyNulls();
  }

  @Test
  void nothingGoesAheadWhileFrozen() {
    withImage(HOUR);
    inBrand(() -> freezes.freeze(me, new FreezeScope.Account(account), "Crise"));
    at(HOUR.minusSeconds(60));
    assertThat(network.sentAhead).isEmpty();
  }

  private void at(Instant instant) {
    clock.set(instant);
    ahead.send();
  }

  private void go(Instant instant) {
    clock.set(instant);
    engine.runDue();
  }

  private List<String> shown() {
    return network.online.stream().flatMap(post -> post.draft().images().stream())
        .map(PostDraft.Image::sent).toList();
  }

  private DeliveryId withImage(Instant hour) {
    var image = new PostDraft.Image(Path.of("media/ab/cd.jpg"), "image/jpeg", 1200, 40, 30, "Mer");
    return submit(new Act.Publish(
        new PostDraft("Marée haute", List.of(image), null, null, null, null, "fr")), hour, null);
  }
}
