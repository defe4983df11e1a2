package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentLists;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.MenuEntry;
import fr.palabre.platform.web.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of contents in the menu, and what the create button begins. */
@Configuration(proxyBeanMethods = false)
class EditorialMenu {
  @Bean
  MenuEntry createContentEntry() {
    return new MenuEntry.Plain(MenuEntry.Group.CREATE, 10, "editorial.new", "contenus/nouveau",
        "plus", "CONTENT_WRITE");
  }

  @Bean
  MenuEntry contentsEntry() {
    return new MenuEntry.Plain(MenuEntry.Group.PREPARE, 30, "editorial.list.title", "contenus",
        "draft", "CONTENT_READ");
  }

  @Bean
  MenuEntry validationsEntry(ContentLists lists) {
    return new Validations(lists);
  }

  private record Validations(ContentLists lists) implements MenuEntry {
    @Override
    public Group group() {
      return Group.PREPARE;
    }

    @Override
    public int order() {
      return 40;
    }

    @Override
    public String label() {
      return "editorial.validations.menu";
    }

    @Override
    public String path() {
      return "validations";
    }

    @Override
    public String icon() {
      return "check";
    }

    @Override
    public String permission() {
      return "CONTENT_APPROVE";
    }

    @Override
    public int waiting(Viewer viewer) {
      return viewer instanceof Member me ? lists.waitingFor(me) : 0;
    }
  }
}
