package fr.palabre.network.wire;

import fr.palabre.platform.http.HttpResult;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
  private RetryAfter() {}

  public static Optional<Instant> of(HttpResult.Answer answer, Instant now) {
    return answer.header("retry-after").flatMap(said -> read(said.strip(), now));
  }

  private static Optional<Instant> read(String said, Instant now) {
    if (HeaderNumber.isNumber(said, 1, 9)) return Optional.of(now.plusSeconds(Long.parseLong(said)));
    try {
      return Optional.of(
          OffsetDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
