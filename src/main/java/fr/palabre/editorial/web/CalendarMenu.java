package fr.palabre.editorial.web;

import fr.palabre.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar's place in the menu. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {
  @Bean
  MenuEntry calendarEntry() {
    return new MenuEntry.Plain(
        MenuEntry.Group.PREPARE, 20, "calendar.title", "calendrier", "calendar", "CONTENT_READ");
  }
}
