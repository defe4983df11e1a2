package fr.palabre.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.Weeks;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.Pages;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@AnalyticsTest
class AnalyticsDayTest {
  @Autowired Weeks weeks;
  @Autowired Brands brands;
  @Autowired AnalyticsDay day;
  @Autowired Journal journal;
  @Autowired Pages pages;
  @Autowired MovableClock clock;

  @Test
  void yesterdaysJournalWaitsUntilSomebodyWroteInIt() {
    var me = brands.member(weeks.lived(), Role.COMMUNITY_MANAGER);
    clock.set(Instant.parse("2026-11-16T08:00:00Z"));
    assertThat(items(me)).extracting(DayItem::href)
        .containsExactly("/" + me.tenantPath() + "/journal/2026-11-15");
    brands.within(me.workspace(), () ->
        journal.write(me, Weeks.FIRST.plusDays(Weeks.DAYS - 1), "", "Calme.", 0));
    assertThat(items(me)).isEmpty();
  }

  @Test
  void aMonthThatIsOverWaitsForItsReport() {
    var me = brands.member(weeks.lived(), Role.COMMUNITY_MANAGER);
    clock.set(Instant.parse("2026-12-02T08:00:00Z"));
    assertThat(items(me)).extracting(DayItem::moment).contains(Moment.REPORT);
  }

  @Test
  void whoOnlyReadsHasNoJournalToKeep() {
    assertThat(items(brands.member(weeks.lived(), Role.READER))).isEmpty();
  }

  private List<DayItem> items(Member me) {
    var request = new MockHttpServletRequest();
    request.setAttribute(Pages.VIEWER, me);
    return brands.within(me.workspace(), () -> day.forDay(pages.of(request), clock.instant()));
  }
}
