package fr.palabre.platform.web.api;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What was asked cannot be done, and nothing was. People read the words behind {@code
 * problem.<code>.detail}; programs read the code.
 */
public final class Refusal extends RuntimeException {
  private final HttpStatus status;
  private final String code;
  private final transient Map<String, Object> more;

  private Refusal(HttpStatus status, String code, Map<String, Object> more) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.more = more;
  }

  /** It does not stand where this can be done. */
  public static Refusal conflict(Enum<?> reason) {
    return conflict(code(reason), Map.of());
  }

  /** @param more members of the problem that say what exactly is in the way */
  public static Refusal conflict(String code, Map<String, Object> more) {
    return new Refusal(HttpStatus.CONFLICT, code, more);
  }

  public static Refusal invalid(Enum<?> reason) {
    return invalid(code(reason));
  }

  public static Refusal invalid(String code) {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, Map.of());
  }

  public static Refusal unreadable(String code) {
    return new Refusal(HttpStatus.BAD_REQUEST, code, Map.of());
  }

  public static Refusal forbidden(Enum<?> reason) {
    return new Refusal(HttpStatus.FORBIDDEN, code(reason), Map.of());
  }

  static Refusal withoutVersion() {
    return new Refusal(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", Map.of());
  }

  /** It is not any more as the caller read it. */
  public static Refusal changedSince() {
    return new Refusal(HttpStatus.PRECONDITION_FAILED, "changed-since", Map.of());
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> more() {
    return more;
  }

  public static String code(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
