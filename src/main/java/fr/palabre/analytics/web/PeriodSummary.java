package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.bilan.Ranking;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Rate;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.network.DialogueFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period told in figures, beside the period before, as the API says it. */
@Schema(name = "PeriodSummary")
public record PeriodSummary(
    @Schema(example = "Europe/Paris") String timeZone,
    Span now,
    Span before,
    List<Best> best,
    List<Best> weakest,
    @Nullable Dialogue dialogue) {

  static PeriodSummary of(Bilan b, ZoneId zone) {
    var dialogue = b.dialogue();
    return new PeriodSummary(b.zone(), Span.of(b.now(), zone), Span.of(b.before(), zone),
        b.ranking().best().stream().map(r -> Best.of(r, zone)).toList(),
        b.ranking().weakest().stream().map(r -> Best.of(r, zone)).toList(),
        dialogue == null ? null : Dialogue.of(dialogue.now()));
  }

  /** One period. */
  @Schema(name = "PeriodFigures")
  public record Span(
      @Schema(example = "2026-11-01") LocalDate from,
      @Schema(example = "2026-11-23") LocalDate to,
      @Schema(description = "Posts that went out.", example = "14") int posts,
      FigureSheet followers,
      FigureSheet gained,
      FigureSheet interactions,
      FigureSheet displays,
      List<EngagementRate> rates,
      List<AccountPeriod> accounts,
      @Schema(example = "2026-11-23T03:00:00+01:00") @Nullable OffsetDateTime readAt) {

    static Span of(Overview o, ZoneId zone) {
      var read = o.readAt();
      return new Span(o.period().from(), o.period().to(), o.posts(),
          FigureSheet.of(o.followers()), FigureSheet.of(o.gained()),
          FigureSheet.of(o.interactions()), FigureSheet.of(o.displays()),
          o.rates().values().stream().map(EngagementRate::of).toList(),
          o.accounts().stream().map(AccountPeriod::of).toList(),
          read == null ? null : read.atZone(zone).toOffsetDateTime());
    }
  }

  /** Interactions on what the kind names. */
  @Schema(name = "EngagementRate")
  public record EngagementRate(
      @Schema(example = "BY_FOLLOWERS") RateKind kind,
      @Schema(description = "Interactions ÷ denominator; absent where it cannot be said.",
          example = "0.034") @Nullable Double value,
      @Schema(example = "136") long interactions,
      @Schema(example = "4000") long denominator,
      @Schema(description = "How many posts it is made of.", example = "12") int posts,
      @Schema(description = "How many there were.", example = "14") int of,
      @Nullable Missing missing) {

    static EngagementRate of(Rate r) {
      var value = r.value();
      return new EngagementRate(r.kind(), value.isPresent() ? value.getAsDouble() : null,
          r.interactions(), r.denominator(), r.posts(), r.of(), r.missing());
    }
  }

  /** One account over the period. */
  @Schema(name = "AccountPeriod")
  public record AccountPeriod(
      @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
      @Schema(example = "reseau") String network,
      @Schema(example = "le-fournil") String handle,
      @Schema(example = "14") int posts,
      FigureSheet followers,
      FigureSheet gained,
      FigureSheet interactions,
      FigureSheet displays) {

    static AccountPeriod of(AccountFigures a) {
      return new AccountPeriod(a.account(), a.network(), a.handle(), a.posts(),
          FigureSheet.of(a.followers()), FigureSheet.of(a.gained()),
          FigureSheet.of(a.interactions()), FigureSheet.of(a.displays()));
    }
  }

  /** A post against the usual of its own format. */
  @Schema(name = "RankedPost")
  public record Best(
      @Schema(example = "019ab0de-0000-7000-8000-000000000040") UUID postId,
      @Schema(example = "reseau") String network,
      @Schema(example = "Le pain au levain sort du four à 16 h.") String excerpt,
      @Schema(example = "https://network.example/p/42") @Nullable String permalink,
      @Schema(example = "2026-11-20T09:30:02+01:00") OffsetDateTime publishedAt,
      @Schema(example = "42") long interactions,
      @Schema(description = "The usual of its format, at the same age.", example = "20.5")
      double median) {

    static Best of(Ranking.Ranked r, ZoneId zone) {
      return new Best(r.post(), r.network(), r.excerpt(), r.permalink(),
          r.publishedAt().atZone(zone).toOffsetDateTime(), r.interactions(), r.median());
    }
  }

  /** How the dialogue with the public went. */
  @Schema(name = "DialogueFigures")
  public record Dialogue(
      @Schema(description = "Messages that asked for an answer.", example = "31") long inbound,
      @Schema(example = "29") long answered,
      @Schema(description = "Half were answered within it.", example = "PT42M")
      @Nullable String medianDelay,
      @Schema(description = "Nine in ten were answered within it.", example = "PT5H10M")
      @Nullable String p90Delay) {

    static Dialogue of(DialogueFigures.Figures f) {
      return new Dialogue(f.inbound(), f.answered(), text(f.medianDelay()), text(f.p90Delay()));
    }

    private static @Nullable String text(@Nullable Duration delay) {
      return delay == null ? null : delay.toString();
    }
  }
}
