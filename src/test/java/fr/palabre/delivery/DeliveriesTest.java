package fr.palabre.delivery;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.engine.Sender;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Visibility;
import fr.palabre.testing.Brands;
import fr.palabre.testing.DeliveryEars;
import fr.palabre.testing.FakeNetwork;
import fr.palabre.testing.PalabreTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PalabreTest
@Import({FakeNetwork.class, DeliveryEars.class, Sender.class})
class DeliveriesTest {
  @Autowired Brands brands;
  @Autowired Deliveries deliveries;
  @Autowired Accounts accounts;
  Workspace brand;
  AccountId account;
  final DeliverySubject subject = new DeliverySubject("post", UUID.randomUUID());

  @BeforeEach
  void aBrand() {
    brand = brands.brand();
    account = FakeNetwork.connect(accounts, brand);
  }

  @Test
  void whatIsHandedInIsKeptExactly() {
    var draft = new PostDraft("Bonjour, l’été\u202f!",
        List.of(new PostDraft.Image(Path.of("media/ab/cd.jpg"), "image/jpeg", 1200, 40, 30, "Mer")),
        new PostDraft.ReplyTo("p1", "r1", true, "marie"),
        new PostDraft.LinkCard(URI.create("https://exemple.test/a"), "Titre", "Chapeau"),
        Visibility.UNLISTED, "Attention", "fr");
    var id = submit(draft, null);
    assertThat(delivery(id).act()).isEqualTo(new Act.Publish(draft));
  }

  @Test
  void whatStandsAloneWaitsForItsHour() {
    var id = submit(PostDraft.of("Un"), null);
    assertThat(delivery(id).standing()).isEqualTo(new Standing.Scheduled(START, Because.HOUR));
  }

  @Test
  void theNextPartOfAThreadWaitsForItsTurn() {
    var second = submit(PostDraft.of("Deux"), submit(PostDraft.of("Un"), null));
    assertThat(delivery(second).standing()).isEqualTo(new Standing.Held(Hold.TURN));
  }

  @Test
  void cancellingAPartCancelsWhatWouldHaveComeAfterIt() {
    var first = submit(PostDraft.of("Un"), null);
    var second = submit(PostDraft.of("Deux"), first);
    assertThat(brands.<Boolean>within(brand, () -> deliveries.cancel(brand.id(), first))).isTrue();
    assertThat(delivery(second).state()).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void anotherHourReplacesTheFirst() {
    var id = submit(PostDraft.of("Un"), null);
    var later = START.plus(Duration.ofDays(1));
    brands.<Boolean>within(brand, () -> deliveries.reschedule(brand.id(), id, later));
    assertThat(delivery(id).standing()).isEqualTo(new Standing.Scheduled(later, Because.HOUR));
  }

  private DeliveryId submit(PostDraft draft, @Nullable DeliveryId after) {
    return brands.within(brand, () -> deliveries.submit(new NewDelivery(brand.id(), account,
        new Act.Publish(draft), subject, START, after, null)));
  }

  private Delivery delivery(DeliveryId id) {
    return brands.within(brand, () -> deliveries.delivery(brand.id(), id));
  }
}
