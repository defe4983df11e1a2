package fr.palabre.delivery.engine;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.PostDraft;
import fr.palabre.platform.PalabreSettings;
import fr.palabre.testing.FakeNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The loop itself, on threads of its own: it is asleep, and wakes in time. */
class EngineLoopTest extends EngineScene {
  /** Far less than the loop sleeps when it knows of nothing. */
  private static final Duration SOON = Engine.LOOK_ROUND.dividedBy(3);
  @Autowired DataSource database;
  @Autowired PalabreSettings settings;
  private EngineLoop loop;

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void whatItsNetworkToldToWaitGoesOutWhenTold() {
    var until = START.plusMillis(400);
    network.next(_ -> new RetryAfter(until, "429"));
    post("Un");
    start(lanes);
    assertThat(comes(() -> isGivenBack() && isTold())).isTrue();
    clock.set(until);
    assertThat(comes(() -> network.texts().contains("Un"))).isTrue();
  }

  @Test
  void whatBecomesDueWhileItLooksRoundGoesOutAtOnce() {
    var looked = START.plus(Engine.AHEAD);
    post("Un", looked.plusMillis(3), null);
    start(new Lanes(jdbc, scope) {
      @Override
      List<Lane> take(UUID engine, Instant now, Instant by, int atMost) {
        var taken = super.take(engine, now, by, atMost);
        clock.set(looked.plusMillis(5));
        return taken;
      }
    });
    assertThat(comes(() -> network.texts().contains("Un"))).isTrue();
  }

  @Test
  void whatIsDueInAMomentIsTakenBeforeItsHourAndSentAtIt() {
    var hour = START.plus(Engine.AHEAD);
    post("Un", hour, null);
    start(lanes);
    assertThat(comes(this::isTaken)).isTrue();
    clock.set(hour.minusMillis(1));
    assertThat(comes(() -> !network.texts().isEmpty())).isFalse();
    clock.set(hour);
    assertThat(comes(() -> network.texts().contains("Un"))).isTrue();
  }

  @Test
  void whoTookAsMuchAsItMayBeforeTheHourLeavesTheOthersAMoment() {
    var hour = START.plus(Engine.AHEAD).plusMillis(300);
    for (int i = 0; i <= Engine.BATCH; i++)
      hand(new NewDelivery(brand.id(), FakeNetwork.connect(accounts, brand),
          new Act.Publish(PostDraft.of("Un")), subject(), hour, null, me.user()));
    var full = new AtomicLong();
    var between = new AtomicLong();
    start(new Lanes(jdbc, scope) {
      @Override
      List<Lane> take(UUID engine, Instant now, Instant by, int atMost) {
        if (full.get() > 0) between.compareAndSet(0, System.nanoTime() - full.get());
        var taken = super.take(engine, now, by, atMost);
        if (taken.size() == Engine.BATCH) full.set(System.nanoTime());
        else if (full.get() == 0) clock.set(hour.minus(Engine.AHEAD));
        return taken;
      }
    });
    assertThat(comes(() -> between.get() > 0)).isTrue();
    assertThat(Duration.ofNanos(between.get())).isGreaterThanOrEqualTo(EngineLoop.LEFT_TO_OTHERS);
    clock.set(hour);
    assertThat(comes(() -> network.texts().size() > Engine.BATCH)).isTrue();
  }

  @Test
  void whatSomebodyIsMovingIsTriedAgainSoon() {
    post("Un");
    var id = inBrand(() -> jdbc.sql("select id from delivery_delivery where next_at is not null")
        .query(UUID.class).single());
    inBrand(() -> {
      jdbc.sql("select from delivery_delivery where id = :id for update").param("id", id)
          .query((_, _) -> true).list();
      start(lanes);
      assertThat(CompletableFuture.supplyAsync(() -> comes(this::isGivenBack)).join()).isTrue();
    });
    clock.advance(seconds(1));
    assertThat(comes(() -> network.texts().contains("Un"))).isTrue();
  }

  private boolean isTaken() {
    return isLane("engine_id is not null");
  }

  // With an hour before which nobody need look at it.
  private boolean isGivenBack() {
    return isLane("engine_id is null and wait_until is not null");
  }

  // What is being told is being moved, and tried again a second later: here no second passes.
  private boolean isTold() {
    return !isSome("delivery_delivery", "tell_at is not null");
  }

  private boolean isLane(String so) {
    return isSome("delivery_lane", so);
  }

  private boolean isSome(String table, String so) {
    return scope.everywhere(() -> jdbc.sql(
            "select exists (select from " + table + " where account_id = :id and " + so + ")")
        .param("id", account.value())
        .query(Boolean.class)
        .single());
  }

  private void start(Lanes lanes) {
    // Nobody rings: what nobody hands in at this moment must be known without.
    var bell = new Bell(database) {
      @Override
      void listen() {
        LockSupport.park();
      }
    };
    loop = new EngineLoop(new Engine(lanes, drain, teller, clock), teller, bell, clock, settings);
    loop.start();
  }

  private static boolean comes(BooleanSupplier what) {
    var end = System.nanoTime() + SOON.toNanos();
    while (!what.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(5_000_000);
    return what.getAsBoolean();
  }
}
