package fr.palabre.inbox.web;

import fr.palabre.inbox.WaitingCount;
import fr.palabre.platform.web.MenuEntry;
import fr.palabre.platform.web.Viewer;
import org.springframework.stereotype.Component;

/** The inbox's place in the menu, with how many conversations wait for an answer. */
@Component
class InboxMenu implements MenuEntry {
  private final WaitingCount waiting;

  InboxMenu(WaitingCount waiting) {
    this.waiting = waiting;
  }

  @Override
  public Group group() {
    return Group.DIALOGUE;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String label() {
    return "inbox.menu";
  }

  @Override
  public String path() {
    return "messagerie";
  }

  @Override
  public String icon() {
    return "message";
  }

  @Override
  public String permission() {
    return "INBOX_READ";
  }

  @Override
  public int waiting(Viewer viewer) {
    var tenant = viewer.tenant();
    return tenant == null ? 0 : waiting.of(tenant);
  }
}
