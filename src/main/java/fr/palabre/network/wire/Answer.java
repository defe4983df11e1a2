package fr.palabre.network.wire;

import fr.palabre.network.DeliveryOutcome.Reason;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a network's server answered, or why there is no answer. */
public sealed interface Answer<T> {
  record Ok<T>(T value) implements Answer<T> {}

  /**
   * @param code the network's short name of the refusal, or its status
   * @param words the server's own, often in its administrators' language
   * @param retryAt when it will listen again, if it said so
   * @param meaning what the status can only mean for this call; null if it depends
   */
  record Refused<T>(int status, String code, String words, @Nullable Instant retryAt,
      @Nullable Reason meaning) implements Answer<T> {

    public Refused(int status, String code, String words, @Nullable Instant retryAt) {
      this(status, code, words, retryAt, null);
    }
  }

  record NotSent<T>(String cause) implements Answer<T> {}

  record Unknown<T>(String cause) implements Answer<T> {}

  /** Goes on with what was answered; stops at the first call that was not. */
  default <U> Answer<U> then(Function<T, Answer<U>> next) {
    return switch (this) {
      case Ok<T>(T value) -> next.apply(value);
      case Refused<T> no ->
          new Refused<>(no.status(), no.code(), no.words(), no.retryAt(), no.meaning());
      case NotSent<T>(String cause) -> new NotSent<>(cause);
      case Unknown<T>(String cause) -> new Unknown<>(cause);
    };
  }

  default <U> Answer<U> map(Function<T, U> change) {
    return then(value -> new Ok<>(change.apply(value)));
  }

  /** Says what a refusal with this status can only mean here. */
  default Answer<T> when(int status, Reason meaning) {
    return this instanceof Refused<T> no && no.status() == status
        ? new Refused<>(status, no.code(), no.words(), no.retryAt(), meaning)
        : this;
  }
}
