package fr.palabre.publishing.slot.web;

import fr.palabre.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The slots' place in the menu. */
@Configuration(proxyBeanMethods = false)
class SlotMenu {
  @Bean
  MenuEntry slotEntry() {
    return new MenuEntry.Plain(MenuEntry.Group.PREPARE, 35, "slots.title", "creneaux", "clock",
        "CONTENT_READ");
  }
}
