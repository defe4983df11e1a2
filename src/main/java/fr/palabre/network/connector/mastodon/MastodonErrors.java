package fr.palabre.network.connector.mastodon;

import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.Refusals;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The server's refusals in the closed list of ours. It has no codes, only statuses and sentences:
 * those about sign-in are English everywhere, those about a post are in the server's own language.
 */
final class MastodonErrors extends Refusals {
  static final int GONE = 410;
  static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int TIMED_OUT = 408;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  // English and French sentences of Mastodon (read in its source, not seen).
  private static final Pattern LENGTH = Pattern.compile("character|caractère");
  private static final Pattern BLANK = Pattern.compile("blank|rempli");
  private static final Pattern DUPLICATE = Pattern.compile("duplicate");
  private static final Pattern FILES = Pattern.compile("attach|file|media|joindre|fichier|média");
  private static final Pattern AT_WORK =
      Pattern.compile("not finished processing|en cours de traitement");

  MastodonErrors(Clock clock) {
    super(clock);
  }

  static boolean isGone(Answer<?> answer) {
    return answer instanceof Refused<?> refused
        && (refused.status() == NOT_FOUND || refused.status() == GONE);
  }

  @Override
  protected DeliveryOutcome refusal(Refused<?> refused) {
    var status = refused.status();
    if (status == THROTTLED) return new RetryAfter(notBefore(refused), refused.code());
    if (isDisconnected(refused)) return new Disconnected(refused.words());
    if (status == TIMED_OUT || status >= FAULTY && status != NOT_IMPLEMENTED)
      return new Unknown(refused.words());
    if (says(AT_WORK, refused)) return new NotSent(refused.words());
    return new Rejected(reason(refused), refused.code(), refused.words());
  }

  // A suspended or unconfirmed account keeps its token and is told 403 (source, not seen).
  @Override
  protected boolean isDisconnected(Refused<?> refused) {
    var words = refused.words();
    return switch (refused.status()) {
      case UNAUTHORIZED -> true;
      case FORBIDDEN -> words.startsWith("Your login is") || words.startsWith("Your account req");
      case UNPROCESSABLE -> words.contains("requires an authenticated user");
      default -> false;
    };
  }

  @Override
  protected String told(Refused<?> refused) {
    return refused.words();
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
