package fr.palabre.delivery.engine;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.testing.FakeNetwork;
import org.junit.jupiter.api.Test;

class FreezeTest extends EngineScene {

  @Test
  void nothingGoesOutOfAFrozenBrand() {
    post("Un");
    freeze(new FreezeScope.Brand());
    later(seconds(3600));
    assertThat(network.keys).isEmpty();
  }

  @Test
  void onlyTheFrozenAccountStops() {
    freeze(new FreezeScope.Account(account));
    post("Gelé");
    account = FakeNetwork.connect(accounts, brand);
    post("Libre");
    engine.runDue();
    assertThat(network.texts()).containsExactly("Libre");
  }

  @Test
  void anotherBrandGoesOn() {
    freeze(new FreezeScope.Brand());
    brand = brands.brand();
    account = FakeNetwork.connect(accounts, brand);
    post("Libre");
    engine.runDue();
    assertThat(network.texts()).containsExactly("Libre");
  }

  @Test
  void aFreezeThatComesAfterTheLaneWasTakenStopsTheCallAllTheSame() {
    post("Un");
    engine.beat();
    var lane = engine.take(50, clock.instant()).getFirst();
    var due = store.due(lane, clock.instant()).getFirst();
    freeze(new FreezeScope.Brand());
    assertThat(begin(lane, due)).isEmpty();
  }

  @Test
  void aFreezeSaysHowManyCallsHadBegun() {
    post("Un");
    engine.beat();
    var lane = engine.take(50, clock.instant()).getFirst();
    begin(lane, store.due(lane, clock.instant()).getFirst());
    assertThat(freeze(new FreezeScope.Brand())).isEqualTo(1);
  }

  @Test
  void whatBecameDueWhileFrozenWaitsForAWordOnceThawed() {
    var due = post("Dû");
    var future = post("Demain", START.plusSeconds(86_400), null);
    freeze(new FreezeScope.Brand());
    clock.advance(seconds(3600));
    assertThat(thaw()).isEqualTo(1);
    engine.runDue();
    assertThat(network.keys).isEmpty();
    assertThat(delivery(due).standing()).isEqualTo(new Standing.Held(Hold.THAWED));
    assertThat(delivery(future).standing()).isInstanceOf(Standing.Scheduled.class);
  }

  @Test
  void whatIsReleasedAfterAThawGoesOut() {
    var id = post("Un");
    freeze(new FreezeScope.Brand());
    thaw();
    inBrand(() -> deliveries.release(me, id, clock.instant()));
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void whatIsDroppedAfterAThawNeverGoesOut() {
    var id = post("Un");
    freeze(new FreezeScope.Brand());
    thaw();
    inBrand(() -> deliveries.drop(me, id));
    later(seconds(86_400));
    assertThat(network.keys).isEmpty();
  }

  @Test
  void takingBackIsNeverFrozen() {
    freeze(new FreezeScope.Brand());
    submit(new Act.Delete("m1"), START, null);
    engine.runDue();
    assertThat(network.acts).containsExactly("delete m1");
  }

  @Test
  void whatIsInDoubtIsLookedForWhileFrozenButNotSentAgain() {
    network.next(FakeNetwork.CUT);
    post("Un");
    engine.runDue();
    freeze(new FreezeScope.Brand());
    later(seconds(2));
    assertThat(network.readings).hasValue(1);
    assertThat(network.texts()).isEmpty();
  }

  private int freeze(FreezeScope what) {
    return inBrand(() -> freezes.freeze(me, what, "Crise"));
  }

  private int thaw() {
    return inBrand(() -> freezes.thaw(me, freezes.active(brand.id()).getFirst().id()));
  }
}
