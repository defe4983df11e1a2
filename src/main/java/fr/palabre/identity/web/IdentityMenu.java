package fr.palabre.identity.web;

import fr.palabre.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the team and the settings stand in the menu. */
@Configuration(proxyBeanMethods = false)
class IdentityMenu {
  @Bean
  MenuEntry teamEntry() {
    return new MenuEntry.Plain(MenuEntry.Group.HOUSE, 20, "identity.team.title", "equipe",
        "users", "CONTENT_READ");
  }

  @Bean
  MenuEntry settingsEntry() {
    return new MenuEntry.Plain(MenuEntry.Group.HOUSE, 30, "identity.settings.title", "reglages",
        "settings", "WORKSPACE_MANAGE");
  }
}
