package fr.palabre.network;

import java.time.Instant;
import java.util.function.Function;

/** What became of a call that only reads. */
public sealed interface Reading<T> {
  record Read<T>(T value) implements Reading<T> {}

  record Throttled<T>(Instant notBefore) implements Reading<T> {}

  record Disconnected<T>(String remoteCode) implements Reading<T> {}

  /** The network did not answer, or not in a way that can be understood. */
  record Failed<T>(String cause) implements Reading<T> {}

  default <U> Reading<U> map(Function<T, U> change) {
    return switch (this) {
      case Read<T>(T value) -> new Read<>(change.apply(value));
      case Throttled<T>(Instant notBefore) -> new Throttled<>(notBefore);
      case Disconnected<T>(String code) -> new Disconnected<>(code);
      case Failed<T>(String cause) -> new Failed<>(cause);
    };
  }
}
