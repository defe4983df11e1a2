package fr.palabre.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.QuotaUse.Use;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three in an hour. */
class QuotaUseTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final QuotaRule RULE =
      new QuotaRule("posts", 3, Duration.ofHours(1), Map.of(Spending.PUBLISH, 1));

  @Test
  void whatLeavesRoomFits() {
    assertThat(at(0, 10).fits(1, minute(20))).isTrue();
    assertThat(at(0, 10).fits(2, minute(20))).isFalse();
  }

  @Test
  void whatComesLaterInTheSameHourCountsToo() {
    assertThat(at(0, 10, 20).fits(1, minute(-30))).isFalse();
    assertThat(at(0, 10, 20).fits(1, minute(-41))).isTrue();
  }

  @Test
  void theNextFreeMomentIsWhenTheFirstNoLongerCounts() {
    assertThat(at(0, 10, 20).free(1, minute(30), minute(1000))).contains(minute(60));
    assertThat(at(0, 10, 20).free(2, minute(30), minute(1000))).contains(minute(70));
  }

  @Test
  void whatIsMoreThanIsEverAllowedIsNeverFree() {
    assertThat(at(0).free(4, minute(0), minute(10_000))).isEmpty();
  }

  private static QuotaUse at(int... minutes) {
    return new QuotaUse(RULE, IntStream.of(minutes).mapToObj(m -> new Use(minute(m), 1)).toList());
  }

  private static Instant minute(int minute) {
    return NOON.plusSeconds(60L * minute);
  }
}
