package fr.palabre.publishing;

import fr.palabre.publishing.LateRule.Then;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was chosen for one content; what is null follows the brand. */
public record LateChoice(@Nullable Duration atMost, @Nullable Then then) {
  public static final LateChoice AS_BRAND = new LateChoice(null, null);

  LateRule over(LateRule brand) {
    return new LateRule(atMost == null ? brand.atMost() : atMost,
        then == null ? brand.then() : then);
  }
}
