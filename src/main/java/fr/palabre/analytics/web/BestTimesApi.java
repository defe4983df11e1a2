package fr.palabre.analytics.web;

import fr.palabre.analytics.besttime.AccountTimes;
import fr.palabre.analytics.besttime.BestTimes;
import fr.palabre.analytics.besttime.HeldOut;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When an account's posts do better, with all that says how sure it is, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/accounts/{id}/best-times")
@Requires(Permission.METRICS_READ)
@Tag(name = "Metrics")
class BestTimesApi {
  private final AccountTimes times;
  private final Accounts accounts;

  BestTimesApi(AccountTimes times, Accounts accounts) {
    this.times = times;
    this.accounts = accounts;
  }

  @GetMapping
  @Operation(operationId = "getBestTimes", summary = "When an account's posts do better",
      description = "From its own posts of the last year, two days after each. Below 30 of them "
          + "no hour is given.")
  Sheet times(Member me, @PathVariable UUID id) {
    var account = accounts.account(me.workspaceId(), new AccountId(id));
    return Sheet.of(times.of(me.workspaceId(), me.zone())
        .getOrDefault(account.id(), AccountTimes.none()));
  }

  /** The best times of an account. */
  @Schema(name = "BestTimes")
  public record Sheet(
      @Schema(description = "Posts compared.", example = "148") int posts,
      @Schema(description = "How much may be made of it.", example = "TREND")
      BestTimes.Level level,
      @Schema(description = "The best first; none where the posts are too few.")
      List<Window> windows,
      @Nullable Check check) {

    static Sheet of(BestTimes found) {
      return new Sheet(found.posts(), found.level(),
          found.windows().stream().map(Window::of).toList(),
          found.check() == null ? null : Check.of(found.check()));
    }
  }

  /** Two hours of a day of the week on the brand's clock, against the hours the account uses. */
  @Schema(name = "BestTimesWindow")
  public record Window(
      @Schema(example = "THURSDAY") DayOfWeek day,
      @Schema(example = "17") int fromHour,
      @Schema(example = "19") int untilHour,
      @Schema(description = "Expected share more: 0.08 for 8 %.", example = "0.08") double gain,
      @Schema(description = "Of the interval of 80 %.", example = "0.01") double low,
      @Schema(description = "Of the interval of 80 %.", example = "0.16") double high,
      @Schema(description = "Posts that went out in it.", example = "12") int posts) {

    static Window of(BestTimes.Window w) {
      return new Window(w.day(), w.hour(), w.hour() + 2, w.gain(), w.low(), w.high(), w.posts());
    }
  }

  /** The advice put to the test: learnt from the months before, tried on the month after. */
  @Schema(name = "BestTimesCheck")
  public record Check(
      @Schema(description = "Months that could be tried, four at most.", example = "4") int months,
      @Schema(description = "Months in which believing in hours foretold better than not.",
          example = "3") int better,
      @Schema(description = "Posts tried.", example = "52") int posts,
      @Schema(description = "Share by which the best third of the advised hours did better than "
          + "the last.", example = "0.12") double gain,
      @Schema(description = "Of its interval of 80 %.", example = "0.02") double low,
      @Schema(description = "Of its interval of 80 %.", example = "0.22") double high) {

    static Check of(HeldOut check) {
      return new Check(check.folds(), check.better(), check.posts(), Math.expm1(check.gap()),
          Math.expm1(check.low()), Math.expm1(check.high()));
    }
  }
}
