package fr.palabre.network.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.http.HttpResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void aServerMayGiveSeconds() {
    assertThat(told("120")).contains(NOON.plusSeconds(120));
  }

  @Test
  void aServerMayGiveADate() {
    assertThat(told("Mon, 23 Nov 2026 12:05:00 GMT")).contains(NOON.plusSeconds(300));
  }

  @Test
  void whatNobodyUnderstandsIsNoWord() {
    assertThat(told("soon")).isEmpty();
  }

  private static Optional<Instant> told(String header) {
    return RetryAfter.of(
        new HttpResult.Answer(429, Map.of("retry-after", List.of(header)), new byte[0]), NOON);
  }
}
