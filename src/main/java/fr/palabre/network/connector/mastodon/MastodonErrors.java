package fr.palabre.network.connector.mastodon;

import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.Reading;
import fr.palabre.network.connector.mastodon.Answer.Ok;
import fr.palabre.network.connector.mastodon.Answer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The server's refusals in the closed list of ours. It has no codes, only statuses and sentences:
 * those about sign-in are English everywhere, those about a post are in the server's own language.
 */
final class MastodonErrors {
  static final int GONE = 410;
  static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TIMED_OUT = 408;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final int THROTTLED = 429;
  private static final int FAULTY = 500;
  private static final int NOT_IMPLEMENTED = 501;
  // English and French sentences of Mastodon (read in its source, not seen).
  private static final Pattern LENGTH = Pattern.compile("character|caractère");
  private static final Pattern BLANK = Pattern.compile("blank|rempli");
  private static final Pattern DUPLICATE = Pattern.compile("duplicate");
  private static final Pattern FILES = Pattern.compile("attach|file|media|joindre|fichier|média");
  private static final Pattern AT_WORK =
      Pattern.compile("not finished processing|en cours de traitement");
  private final Clock clock;

  MastodonErrors(Clock clock) {
    this.clock = clock;
  }

  /** What became of the call that people see. */
  <T> DeliveryOutcome outcome(Answer<T> answer, Function<T, DeliveryOutcome> delivered) {
    return switch (answer) {
      case Ok<T>(T value) -> delivered.apply(value);
      case Answer.NotSent<T>(String cause) -> new NotSent(cause);
      case Answer.Unknown<T>(String cause) -> new Unknown(cause);
      case Refused<T> refused -> outcome(refused);
    };
  }

  /** What came before that call: whatever was lost there, nothing is out. */
  <T> DeliveryOutcome prepared(Answer<T> answer, Function<T, DeliveryOutcome> call) {
    if (answer instanceof Ok<T>(T value)) return call.apply(value);
    var outcome = outcome(answer, call);
    return outcome instanceof Unknown(String cause) ? new NotSent(cause) : outcome;
  }

  <T> Reading<T> reading(Answer<T> answer) {
    return switch (answer) {
      case Ok<T>(T value) -> new Reading.Read<>(value);
      case Answer.NotSent<T>(String cause) -> new Reading.Failed<>(cause);
      case Answer.Unknown<T>(String cause) -> new Reading.Failed<>(cause);
      case Refused<T> refused when refused.status() == THROTTLED ->
          new Reading.Throttled<>(notBefore(refused));
      case Refused<T> refused when isDisconnected(refused) ->
          new Reading.Disconnected<>(refused.words());
      case Refused<T> refused -> new Reading.Failed<>(refused.words());
    };
  }

  static boolean isGone(Answer<?> answer) {
    return answer instanceof Refused<?> refused
        && (refused.status() == NOT_FOUND || refused.status() == GONE);
  }

  private <T> DeliveryOutcome outcome(Refused<T> refused) {
    var status = refused.status();
    if (status == THROTTLED) return new RetryAfter(notBefore(refused), "HTTP 429");
    if (isDisconnected(refused)) return new Disconnected(refused.words());
    if (status == TIMED_OUT || status >= FAULTY && status != NOT_IMPLEMENTED)
      return new Unknown(refused.words());
    if (says(AT_WORK, refused)) return new NotSent(refused.words());
    return new Rejected(reason(refused), "HTTP " + status, refused.words());
  }

  // A suspended or unconfirmed account keeps its token and is told 403 (source, not seen).
  private static boolean isDisconnected(Refused<?> refused) {
    var words = refused.words();
    return switch (refused.status()) {
      case UNAUTHORIZED -> true;
      case FORBIDDEN -> words.startsWith("Your login is") || words.startsWith("Your account req");
      case UNPROCESSABLE -> words.contains("requires an authenticated user");
      default -> false;
    };
  }

  private Instant notBefore(Refused<?> refused) {
    return refused.retryAt() == null ? clock.instant().plus(PATIENCE) : refused.retryAt();
  }

  private static Reason reason(Refused<?> refused) {
    if (refused.meaning() != null) return refused.meaning();
    return switch (refused.status()) {
      case FORBIDDEN -> Reason.FORBIDDEN;
      case NOT_FOUND, GONE -> Reason.NOT_FOUND;
      case TOO_LARGE -> Reason.MEDIA_TOO_LARGE;
      default -> {
        if (says(LENGTH, refused)) yield Reason.TEXT_TOO_LONG;
        if (says(BLANK, refused)) yield Reason.TEXT_EMPTY;
        if (says(DUPLICATE, refused)) yield Reason.DUPLICATE;
        yield says(FILES, refused) ? Reason.MEDIA_REFUSED : Reason.INVALID;
      }
    };
  }

  private static boolean says(Pattern words, Refused<?> refused) {
    return refused.status() == UNPROCESSABLE
        && words.matcher(refused.words().toLowerCase(Locale.ROOT)).find();
  }
}
