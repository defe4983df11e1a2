package fr.palabre.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.DeliveryState;
import fr.palabre.testing.DeliveryEars;
import fr.palabre.testing.FakeNetwork;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TellerTest extends EngineScene {
  @Autowired DeliveryEars ears;

  @BeforeEach
  @AfterEach
  void listen() {
    ears.deaf = false;
    ears.heard.clear();
  }

  @Test
  void whatIsOutIsToldOnceWithItsAddress() {
    var id = post("Un");
    engine.runDue();
    engine.runDue();
    assertThat(ears.heard).singleElement().satisfies(told -> {
      assertThat(told.delivery()).isEqualTo(id);
      assertThat(told.network()).isEqualTo(FakeNetwork.ID);
      assertThat(told.state()).isEqualTo(DeliveryState.DELIVERED);
      assertThat(told.permalink()).isNotNull();
    });
  }

  @Test
  void aRoomThatFailsToTakeItInIsToldAgainAndNothingIsSentTwice() {
    ears.deaf = true;
    post("Un");
    engine.runDue();
    ears.deaf = false;
    later(Duration.ofMinutes(1));
    assertThat(network.texts()).containsExactly("Un");
    assertThat(ears.heard).extracting("state").containsExactly(DeliveryState.DELIVERED);
  }

  @Test
  void whatAPersonTakesBackIsToldAtOnce() {
    var id = post("Un");
    inBrand(() -> deliveries.cancel(brand.id(), id));
    assertThat(ears.heard).extracting("state").containsExactly(DeliveryState.CANCELLED);
  }
}
