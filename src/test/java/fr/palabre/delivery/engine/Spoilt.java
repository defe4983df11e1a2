package fr.palabre.delivery.engine;

import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.NetworkCalls;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The mistakes that the histories must find out; {@link #NOT} is the engine as it is. */
public enum Spoilt {
  NOT,
  ATTEMPT_WRITTEN_AFTER_THE_CALL {
    @Override
    Journal journal(ApplicationContext beans, Journal real) {
      return new Late(beans, real);
    }
  },
  UNKNOWN_TAKEN_FOR_NOT_SENT {
    @Override
    Calls calls(ApplicationContext beans, Calls real) {
      return new Calls(beans.getBean(Accounts.class), beans.getBean(NetworkCalls.class),
          beans.getBean(ImagesAhead.class)) {
        @Override
        DeliveryOutcome send(ConnectedAccount account, Due due) {
          var outcome = super.send(account, due);
          return outcome instanceof DeliveryOutcome.Unknown(String cause)
              ? new DeliveryOutcome.NotSent(cause) : outcome;
        }
      };
    }
  },
  QUOTA_IGNORED {
    @Override
    Journal journal(ApplicationContext beans, Journal real) {
      return new Copy(beans) {
        @Override
        Optional<Begun> begin(Lane lane, Due due, Payment payment) {
          return super.begin(lane, due, Payment.now(List.of(), 1));
        }
      };
    }
  },
  LEASE_IGNORED {
    @Override
    Journal journal(ApplicationContext beans, Journal real) {
      return new Unfenced(beans);
    }

    @Override
    Lease lease(Lease real) {
      return () -> true;
    }
  };

  Journal journal(ApplicationContext beans, Journal real) {
    return real;
  }

  Calls calls(ApplicationContext beans, Calls real) {
    return real;
  }

  Lease lease(Lease real) {
    return real;
  }

  private static class Copy extends Journal {
    Copy(ApplicationContext beans) {
      super(beans.getBean(JdbcClient.class), beans.getBean(RowScope.class),
          beans.getBean(JsonMapper.class), beans.getBean(Clock.class),
          beans.getBean(NextParts.class));
    }
  }

  private static final class Late extends Copy {
    private final Clock clock;
    private final Journal real;
    private final Map<UUID, Runnable> owed = new HashMap<>();
    private final Map<UUID, Begun> begun = new HashMap<>();

    Late(ApplicationContext beans, Journal real) {
      super(beans);
      this.clock = beans.getBean(Clock.class);
      this.real = real;
    }

    @Override
    Optional<Begun> begin(Lane lane, Due due, Payment payment) {
      var d = due.delivery();
      owed.put(d.id().value(),
          () -> real.begin(lane, due, payment).ifPresent(b -> begun.put(d.id().value(), b)));
      return Optional.of(new Begun(0, d.attempts() + 1, clock.instant(), 0));
    }

    @Override
    boolean answer(Answer a) {
      var owe = owed.remove(a.id());
      if (owe != null) owe.run();
      var b = begun.get(a.id());
      return b != null && real.answer(new Answer(a.workspace(), a.id(), a.account(), b.number(),
          b.attempt(), a.at(), a.result(), a.detail(), a.until(), a.standing(), a.why(), a.next(),
          a.failures(), a.remote(), a.root(), a.permalink(), a.reason(), a.code(), a.message(),
          a.lane()));
    }
  }

  private static final class Unfenced extends Copy {
    private final JdbcClient jdbc;
    private final RowScope scope;

    Unfenced(ApplicationContext beans) {
      super(beans);
      this.jdbc = beans.getBean(JdbcClient.class);
      this.scope = beans.getBean(RowScope.class);
    }

    @Override
    Optional<Begun> begin(Lane lane, Due due, Payment payment) {
      var fence = scope.everywhere(() -> jdbc.sql("""
              select fence from delivery_lane
               where workspace_id = :workspace and account_id = :account
              """)
          .param("workspace", lane.workspace().value())
          .param("account", lane.account().value())
          .query(Long.class)
          .single());
      return super.begin(new Lane(lane.workspace(), lane.account(), fence), due, payment);
    }
  }
}
