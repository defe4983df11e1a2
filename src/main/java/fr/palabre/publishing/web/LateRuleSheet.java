package fr.palabre.publishing.web;

import fr.palabre.publishing.LateRule;
import fr.palabre.publishing.LateRule.Then;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** What becomes of a post whose hour is missed, as the API shows it and takes it. */
@Schema(name = "LateRule")
public record LateRuleSheet(
    @Schema(description = "Minutes late that it still goes out by itself; 0 for none.",
        example = "120")
    @Min(0) @Max(MOST) int minutes,
    @Schema(description = "Beyond: somebody is asked, or it is left out in sight.",
        example = "ASK")
    @NotNull Then then) {
  static final int MOST = 10_080;

  static LateRuleSheet of(LateRule rule) {
    return new LateRuleSheet((int) rule.atMost().toMinutes(), rule.then());
  }

  LateRule rule() {
    return new LateRule(Duration.ofMinutes(minutes), then);
  }
}
