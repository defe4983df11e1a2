package fr.palabre.delivery.engine;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.network.Accounts;
import fr.palabre.network.NetworkCalls;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.files.FileStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One process's engine, made of the real parts, run by hand; as it is, or spoilt in one way. */
public final class PlayedEngine {
  /** How long what a process has taken stays its own after its last sign of life. */
  public static final Duration LEASE = Engine.LEASE;

  /** How long one sleeps at most. */
  public static final Duration LOOK_ROUND = Engine.LOOK_ROUND;

  /** What one of its processes asks of the world around it. */
  public interface Surroundings {
    /** The database is away: time passes. */
    void databaseIsAway();

    /** What it holds is due only then. */
    void sleeps(Duration time);

    void news();

    /** For how many calls it pays at once, of so many that are to come. */
    int pays(int alike);

    /** It is about to look whether it may go on. */
    void looks();
  }

  /** A lane it took, to be seen through on a thread of its own. */
  public final class Taken {
    private final Lane lane;

    private Taken(Lane lane) {
      this.lane = lane;
    }

    /** @return whether something of it comes soon */
    public boolean see() {
      return engine.see(lane);
    }
  }

  private final ApplicationContext beans;
  private final Spoilt spoilt;
  private final Surroundings around;
  private final Teller teller;
  private final Engine engine;
  private final ImagesAhead images;
  private Instant looked = Instant.EPOCH;

  public PlayedEngine(ApplicationContext beans, Spoilt spoilt, Surroundings around) {
    this.beans = beans;
    this.spoilt = spoilt;
    this.around = around;
    this.teller = new Teller(one(JdbcClient.class), one(RowScope.class), one(DeliveryRows.class),
        one(Accounts.class), beans, one(Journal.class), one(Clock.class)) {
      @Override
      void soon() {
        around.news();
      }
    };
    this.images = new OneByOne();
    this.engine = new Engine(one(Lanes.class), new LaneByLane(), teller, one(Clock.class));
  }

  public void beat() {
    engine.beat();
  }

  public List<Taken> take() {
    looked = one(Clock.class).instant();
    var lanes = new ArrayList<>(engine.take(Engine.BATCH, looked));
    lanes.sort(Comparator.comparing(l -> l.account().value()));
    return lanes.stream().map(Taken::new).toList();
  }

  public void sendImagesAhead() {
    images.send();
  }

  /** When it must look again, after it last took. */
  public Optional<Instant> next() {
    return engine.next(looked);
  }

  public int busy() {
    return engine.busy();
  }

  public void tellAll() {
    teller.tellAll();
  }

  private <T> T one(Class<T> type) {
    return beans.getBean(type);
  }

  /** Threads that take turns send one post's images after the other's. */
  private final class OneByOne extends ImagesAhead {
    OneByOne() {
      super(one(AheadStore.class), one(Ledger.class), one(Accounts.class), one(NetworkCalls.class),
          one(FileStore.class), one(Clock.class));
    }

    @Override
    void together(List<Delivery> some) {
      some.forEach(this::send);
    }
  }

  /** Each lane with a journal of its own: the threads that take turns here cannot share a commit. */
  private final class LaneByLane extends Drain {
    LaneByLane() {
      super(one(DueStore.class), one(Journal.class), one(Readings.class), one(Calls.class),
          one(Ledger.class), one(Accounts.class), teller, one(Tally.class), one(Clock.class));
    }

    @Override
    boolean run(Lane lane, Lease lease, Duration ahead) {
      var journal = spoilt.journal(beans, new Journal(one(JdbcClient.class), one(RowScope.class),
          one(JsonMapper.class), one(Clock.class), one(NextParts.class)));
      var drain = new Drain(one(DueStore.class), journal, one(Readings.class),
          spoilt.calls(beans, one(Calls.class)), one(Ledger.class), one(Accounts.class), teller,
          one(Tally.class), one(Clock.class)) {
        @Override
        void awaitDatabase() {
          around.databaseIsAway();
        }

        @Override
        int paid(IntSupplier alike) {
          return around.pays(alike.getAsInt());
        }

        @Override
        void sleep(Duration time) {
          around.sleeps(time);
        }
      };
      var looked = spoilt.lease(lease);
      return drain.run(lane, () -> {
        around.looks();
        return looked.holds();
      }, ahead);
    }
  }
}
