package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** A gesture upon a thread: whose, from where, and what carries the answer. */
record Act(Member me, ConversationId conversation, InboxQuery query, Page page, Model model,
    HttpServletRequest request, HttpServletResponse response) {
  String t(String key, Object... arguments) {
    return page.t(key, arguments);
  }
}
