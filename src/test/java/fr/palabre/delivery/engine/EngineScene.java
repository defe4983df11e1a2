package fr.palabre.delivery.engine;

import static fr.palabre.testing.MovableClock.START;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryAttempt;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.delivery.Freezes;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.PostDraft;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.DeliveryEars;
import fr.palabre.testing.FakeNetwork;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A brand with an account, an engine, a network that does as it is told. */
@PalabreTest
@Import({FakeNetwork.class, DeliveryEars.class, Sender.class})
abstract class EngineScene {
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired Deliveries deliveries;
  @Autowired Freezes freezes;
  @Autowired FakeNetwork network;
  @Autowired Sender sender;
  @Autowired Lanes lanes;
  @Autowired Journal journal;
  @Autowired DueStore store;
  @Autowired Drain drain;
  @Autowired Teller teller;
  @Autowired MovableClock clock;
  @Autowired RowScope scope;
  @Autowired JdbcClient jdbc;
  Engine engine;
  Workspace brand;
  Member me;
  AccountId account;

  @BeforeEach
  void scene() {
    clock.set(START);
    sender.silence();
    network.forget();
    engine = anotherEngine();
    brand = brands.brand();
    me = brands.member(brand, Role.COMMUNITY_MANAGER);
    account = FakeNetwork.connect(accounts, brand, "compte");
  }

  Engine anotherEngine() {
    return new Engine(lanes, drain, teller, clock);
  }

  DeliveryId post(String text) {
    return post(text, START, null);
  }

  DeliveryId post(String text, Instant at, @Nullable DeliveryId after) {
    return submit(new Act.Publish(PostDraft.of(text)), at, after);
  }

  DeliveryId submit(Act act, Instant at, @Nullable DeliveryId after) {
    return hand(new NewDelivery(brand.id(), account, act, subject(), at, after, me.user()));
  }

  DeliveryId hand(NewDelivery d) {
    return brands.within(brand, () -> deliveries.submit(d));
  }

  static DeliverySubject subject() {
    return new DeliverySubject("post", UUID.randomUUID());
  }

  /** Where no quota is known. */
  Optional<Begun> begin(Lane lane, Due due) {
    return journal.begin(lane, due, Payment.now(List.of(), 1));
  }

  Delivery delivery(DeliveryId id) {
    return brands.within(brand, () -> deliveries.delivery(brand.id(), id));
  }

  List<DeliveryAttempt> story(DeliveryId id) {
    return brands.within(brand, () -> deliveries.story(brand.id(), id));
  }

  <T> T inBrand(Supplier<T> work) {
    return brands.within(brand, work);
  }

  void inBrand(Runnable work) {
    brands.within(brand, () -> {
      work.run();
      return true;
    });
  }

  void later(Duration step) {
    clock.advance(step);
    engine.runDue();
  }

  static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }
}
