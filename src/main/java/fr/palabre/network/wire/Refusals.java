package fr.palabre.network.wire;

import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.Reading;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What answers come to in our own closed lists; each network says what its refusals mean. */
public abstract class Refusals {
  protected static final int UNAUTHORIZED = 401;
  protected static final int THROTTLED = 429;
  protected static final int FAULTY = 500;
  protected static final int NOT_IMPLEMENTED = 501;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  protected final Clock clock;

  protected Refusals(Clock clock) {
    this.clock = clock;
  }

  /** What became of the call that people see. */
  public final <T> DeliveryOutcome outcome(Answer<T> answer,
      Function<T, DeliveryOutcome> delivered) {
    return switch (answer) {
      case Ok<T>(T value) -> delivered.apply(value);
      case Answer.NotSent<T>(String cause) -> new NotSent(cause);
      case Answer.Unknown<T>(String cause) -> new Unknown(cause);
      case Refused<T> refused -> refusal(refused);
    };
  }

  /** What came before that call: whatever was lost there, nothing is out. */
  public final <T> DeliveryOutcome prepared(Answer<T> answer,
      Function<T, DeliveryOutcome> call) {
    if (answer instanceof Ok<T>(T value)) return call.apply(value);
    var outcome = outcome(answer, call);
    return outcome instanceof Unknown(String cause) ? new NotSent(cause) : outcome;
  }

  public final <T> Reading<T> reading(Answer<T> answer) {
    return switch (answer) {
      case Ok<T>(T value) -> new Reading.Read<>(value);
      case Answer.NotSent<T>(String cause) -> new Reading.Failed<>(cause);
      case Answer.Unknown<T>(String cause) -> new Reading.Failed<>(cause);
      case Refused<T> refused when refused.status() == THROTTLED ->
          new Reading.Throttled<>(notBefore(refused));
      case Refused<T> refused when isDisconnected(refused) ->
          new Reading.Disconnected<>(told(refused));
      case Refused<T> refused -> new Reading.Failed<>(told(refused));
    };
  }

  /** What a refused act comes to. */
  protected abstract DeliveryOutcome refusal(Refused<?> refused);

  /** Whether the account must be connected again. */
  protected abstract boolean isDisconnected(Refused<?> refused);

  /** The refusal as it is told on: by its code, or in the server's words. */
  protected abstract String told(Refused<?> refused);

  protected final Instant notBefore(Refused<?> refused) {
    var said = refused.retryAt();
    return said == null ? clock.instant().plus(PATIENCE) : said;
  }
}
