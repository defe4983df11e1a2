package fr.palabre.media.web;

import fr.palabre.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library's place in the menu. */
@Configuration(proxyBeanMethods = false)
class MediaMenu {
  @Bean
  MenuEntry mediaEntry() {
    return new MenuEntry.Plain(
        MenuEntry.Group.PREPARE, 50, "media.menu", "medias", "media", "CONTENT_READ");
  }
}
