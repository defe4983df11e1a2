package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A gesture: whose, upon which thread, from where, and what carries the answer.
 *
 * @param thread null for a gesture upon several
 */
record Act(Member me, @Nullable ConversationId thread, InboxQuery query, Page page, Model model,
    HttpServletRequest request, HttpServletResponse response) {
  /** @throws NoSuchElementException for a gesture upon several threads */
  ConversationId conversation() {
    if (thread == null) throw new NoSuchElementException("A gesture upon no thread in particular");
    return thread;
  }

  String t(String key, Object... arguments) {
    return page.t(key, arguments);
  }
}
