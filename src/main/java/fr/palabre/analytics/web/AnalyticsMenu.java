package fr.palabre.analytics.web;

import fr.palabre.platform.web.MenuEntry;
import fr.palabre.platform.web.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "Mesurer" offers. */
@Configuration(proxyBeanMethods = false)
class AnalyticsMenu {
  private static final String PERMISSION = "METRICS_READ";

  @Bean
  MenuEntry journalEntry() {
    return new MenuEntry.Plain(
        Group.MEASURE, 10, "analytics.journal", "journal", "book", PERMISSION);
  }

  @Bean
  MenuEntry statisticsEntry() {
    return new MenuEntry.Plain(
        Group.MEASURE, 20, "analytics.title", "statistiques", "chart", PERMISSION);
  }

  @Bean
  MenuEntry reportsEntry() {
    return new MenuEntry.Plain(
        Group.MEASURE, 30, "analytics.bilans", "bilans", "report", PERMISSION);
  }
}
