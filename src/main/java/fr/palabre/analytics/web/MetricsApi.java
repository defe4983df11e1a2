package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Bilans;
import fr.palabre.analytics.bilan.Overviews;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.series.DailySeries;
import fr.palabre.analytics.series.PostQuery;
import fr.palabre.analytics.series.PostQuery.Sort;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the networks counted, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/metrics")
@Requires(Permission.METRICS_READ)
@Tag(name = "Metrics")
class MetricsApi {
  private final DailySeries series;
  private final Posts posts;
  private final Bilans bilans;
  private final Clock clock;

  MetricsApi(DailySeries series, Posts posts, Bilans bilans, Clock clock) {
    this.series = series;
    this.posts = posts;
    this.bilans = bilans;
    this.clock = clock;
  }

  @GetMapping("/daily")
  @Operation(operationId = "listDailyMetrics",
      summary = "What each metric of each account did each day")
  Slice<DailyMetric> daily(Member me, PeriodQuery query) {
    return Slice.whole(series.days(me.workspaceId(), period(me, query)).stream()
        .map(row -> DailyMetric.of(row, me.zone())).toList());
  }

  @GetMapping("/posts")
  @Operation(operationId = "listPostMetrics", summary = "Published posts, with their counters")
  ResponseEntity<Slice<PostMetrics>> posts(Member me, PeriodQuery query, @Valid Paging paging,
      @Parameter(description = "Only this account's.")
      @RequestParam(required = false) @Nullable UUID accountId,
      @Parameter(description = "What comes first: the latest, or the most.")
      @RequestParam(defaultValue = "DATE") Sort sort) {
    var period = period(me, query);
    var after = paging.after(c ->
        new PostQuery.Cursor(c.read(0, Double::valueOf), c.uuid(1)));
    var rows = posts.page(me.workspaceId(), new PostQuery(Overviews.start(period, me.zone()),
        Overviews.end(period, me.zone()), accountId == null ? null : new AccountId(accountId),
        sort, after, paging.rows()));
    return paging.answer(rows, post -> {
      var place = PostQuery.Cursor.of(post, sort);
      return Cursor.of(place.key(), place.id());
    }, post -> PostMetrics.of(post, me.zone()));
  }

  @GetMapping("/summary")
  @Operation(operationId = "getSummary",
      summary = "A period in figures, beside the period before")
  PeriodSummary summary(Member me, PeriodQuery query) {
    return PeriodSummary.of(bilans.of(me.workspace(), period(me, query)), me.zone());
  }

  private Period period(Member me, PeriodQuery query) {
    return query.period(LocalDate.ofInstant(clock.instant(), me.zone()));
  }
}
