package fr.palabre.delivery.engine;

import fr.palabre.delivery.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the engine counts: attempts by what came of them, and how late the first one began. */
@Component
class Tally {
  private final MeterRegistry meters;
  private final Timer lateness;

  Tally(MeterRegistry meters) {
    this.meters = meters;
    this.lateness = Timer.builder("palabre.delivery.lateness")
        .description("From the hour it was due to the moment its first attempt began")
        .publishPercentileHistogram()
        .register(meters);
  }

  void began(Delivery d, Begun begun) {
    var due = d.notBefore().isBefore(d.createdAt()) ? d.createdAt() : d.notBefore();
    if (begun.attempt() == 1) lateness.record(positive(due, begun.at()));
  }

  void answered(Answer answer) {
    meters.counter("palabre.delivery.attempts", "outcome", answer.result()).increment();
  }

  void read(String told) {
    meters.counter("palabre.delivery.readings", "told", told).increment();
  }

  private static Duration positive(Instant from, Instant to) {
    var gap = Duration.between(from, to);
    return gap.isNegative() ? Duration.ZERO : gap;
  }
}
