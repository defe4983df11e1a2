package fr.palabre.analytics.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_HTML_VALUE;

import fr.palabre.analytics.journal.Journal;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The journal: a month, a day, and what people remarked. */
@Controller
@RequestMapping("/{brand}/journal")
@Requires(Permission.METRICS_READ)
class JournalPages {
  private final JournalViews months;
  private final DayViews days;
  private final Journal journal;
  private final Pages pages;
  private final Toasts toasts;

  JournalPages(JournalViews months, DayViews days, Journal journal, Pages pages, Toasts toasts) {
    this.months = months;
    this.days = days;
    this.journal = journal;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String month(Member me, @RequestParam @Nullable String mois, HttpServletRequest request,
      Model model) {
    var page = pages.of(request);
    model.addAttribute("journal", months.month(me, monthOf(mois, page), page));
    return "analytics/journal";
  }

  @GetMapping("/{day}")
  String day(Member me, @PathVariable String day, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    model.addAttribute("day", days.day(me, dayOf(day, page), page));
    return "analytics/day";
  }

  @PostMapping(path = "/{day}", produces = APPLICATION_JSON_VALUE)
  @Requires(Permission.REPORT_WRITE)
  @ResponseBody
  ResponseEntity<Saved> save(Member me, @PathVariable String day,
      @Valid @ModelAttribute RemarksForm form, HttpServletRequest request) {
    var page = pages.of(request);
    return journal.write(me, dayOf(day, page), form.evenement(), form.remarques(), form.version())
        .map(version -> ResponseEntity.ok(new Saved(version, saved(page))))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
            .body(new Saved(form.version(), page.t("analytics.conflict.short"))));
  }

  @PostMapping(path = "/{day}", produces = TEXT_HTML_VALUE)
  @Requires(Permission.REPORT_WRITE)
  String write(Member me, @PathVariable String day, @Valid @ModelAttribute RemarksForm form,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var written = journal.write(
        me, dayOf(day, page), form.evenement(), form.remarques(), form.version());
    toasts.tell(request, response, written.isPresent() ? Toast.done(saved(page))
        : Toast.failed(page.t("analytics.conflict")));
    return "redirect:" + page.to("journal/" + day);
  }

  static String saved(Page page) {
    return page.t("analytics.saved", page.time(page.now()));
  }

  private static YearMonth monthOf(@Nullable String text, Page page) {
    var current = YearMonth.from(StatsViews.lastDay(page));
    try {
      var month = text == null ? current : YearMonth.parse(text);
      return month.isAfter(current) ? current : month;
    } catch (DateTimeParseException unreadable) {
      return current;
    }
  }

  private static LocalDate dayOf(String text, Page page) {
    try {
      var day = LocalDate.parse(text);
      if (day.isAfter(page.today())) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      return day;
    } catch (DateTimeParseException unreadable) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
