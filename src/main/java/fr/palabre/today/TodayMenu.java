package fr.palabre.today;

import fr.palabre.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The day comes first in the menu: it is where a brand's member lands. */
@Configuration(proxyBeanMethods = false)
class TodayMenu {
  @Bean
  MenuEntry todayEntry() {
    return new MenuEntry.Plain(
        MenuEntry.Group.DAY, 0, "today.menu", "journee", "day", "CONTENT_READ");
  }
}
