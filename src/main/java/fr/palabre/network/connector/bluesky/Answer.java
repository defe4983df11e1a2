package fr.palabre.network.connector.bluesky;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a server of the network answered, or why there is no answer. */
sealed interface Answer<T> {
  record Ok<T>(T value) implements Answer<T> {}

  /**
   * @param error the network's short name of the refusal
   * @param retryAt when it will listen again, if it said so
   */
  record Refused<T>(int status, String error, String message, @Nullable Instant retryAt)
      implements Answer<T> {}

  record NotSent<T>(String cause) implements Answer<T> {}

  record Unknown<T>(String cause) implements Answer<T> {}

  /** Goes on with what was answered; stops at the first call that was not. */
  default <U> Answer<U> then(Function<T, Answer<U>> next) {
    return switch (this) {
      case Ok<T>(T value) -> next.apply(value);
      case Refused<T>(int status, String error, String message, @Nullable Instant retryAt) ->
          new Refused<>(status, error, message, retryAt);
      case NotSent<T>(String cause) -> new NotSent<>(cause);
      case Unknown<T>(String cause) -> new Unknown<>(cause);
    };
  }

  default <U> Answer<U> map(Function<T, U> change) {
    return then(value -> new Ok<>(change.apply(value)));
  }
}
