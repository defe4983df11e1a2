package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Report;
import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.analytics.series.KnownAccounts;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Yesterday's journal in the morning, and last month's report while it is not closed. */
@Component
class AnalyticsDay implements DayItems {
  /** Until then, a month that is over waits for its report. */
  private static final int LAST_DAY_FOR_REPORT = 15;
  private final KnownAccounts accounts;
  private final Journal journal;
  private final Reports reports;

  AnalyticsDay(KnownAccounts accounts, Journal journal, Reports reports) {
    this.accounts = accounts;
    this.journal = journal;
    this.reports = reports;
  }

  @Override
  public List<DayItem> forDay(Page page, Instant now) {
    if (!page.viewer().may("REPORT_WRITE")) return List.of();
    var brand = new WorkspaceId(Objects.requireNonNull(page.viewer().tenant()));
    var firstRead = accounts.firstDay(brand, page.zone());
    if (firstRead.isEmpty()) return List.of();
    var items = new ArrayList<DayItem>();
    journal(brand, firstRead.get(), page).ifPresent(items::add);
    report(brand, firstRead.get(), page).ifPresent(items::add);
    return items;
  }

  private Optional<DayItem> journal(WorkspaceId brand, LocalDate firstRead, Page page) {
    var yesterday = StatsViews.lastDay(page).minusDays(1);
    if (yesterday.isBefore(firstRead)) return Optional.empty();
    if (journal.note(brand, yesterday).filter(n -> !n.blank()).isPresent())
      return Optional.empty();
    return Optional.of(new DayItem(Moment.JOURNAL, 10, page.t("analytics.today.journal"),
        page.t("analytics.today.journal.detail", page.day(yesterday)),
        page.to("journal/" + yesterday), "book", null, "plain"));
  }

  private Optional<DayItem> report(WorkspaceId brand, LocalDate firstRead, Page page) {
    var today = StatsViews.lastDay(page);
    var month = Period.month(YearMonth.from(today).minusMonths(1));
    if (today.getDayOfMonth() > LAST_DAY_FOR_REPORT || month.to().isBefore(firstRead))
      return Optional.empty();
    var begun = reports.find(brand, month);
    if (begun.filter(Report::closed).isPresent()) return Optional.empty();
    return Optional.of(new DayItem(Moment.REPORT, 10,
        page.t("analytics.today.report", page.formats().month(month.from())),
        page.t(begun.isPresent() ? "analytics.today.report.open" : "analytics.today.report.detail"),
        begun.map(r -> page.to("bilans/" + r.id())).orElse(page.to("bilans")), "report", null,
        "waiting"));
  }
}
