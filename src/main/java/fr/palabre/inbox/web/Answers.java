package fr.palabre.inbox.web;

import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Assignee;
import fr.palabre.inbox.Inbox.Done;
import fr.palabre.inbox.web.InboxQuery.Cursor;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is shown after an act: to htmx the changed parts at once, else the page by a redirect. */
@Component
class Answers {
  private final InboxViews views;
  private final ListStore list;
  private final Inbox inbox;
  private final Colleagues colleagues;
  private final Toasts toasts;

  Answers(InboxViews views, ListStore list, Inbox inbox, Colleagues colleagues, Toasts toasts) {
    this.views = views;
    this.list = list;
    this.inbox = inbox;
    this.colleagues = colleagues;
    this.toasts = toasts;
  }

  /** The thread that will be next once this one has left its place in the list. */
  Optional<ConversationId> next(Act act) {
    if (act.query().isSearch()) return Optional.of(act.conversation());
    var c = inbox.conversation(act.me(), act.conversation());
    return list.next(act.me(), act.query(), new Cursor(c.place(), c.id().value()),
        List.of(act.conversation()));
  }

  /** The next thread is shown, and what became of this one in the list. */
  Object movedOn(Act act, Optional<ConversationId> next, Toast toast) {
    return show(act, next.orElse(null), Look.SIMPLE, List.of(act.conversation()), toast);
  }

  Object stay(Act act, Look look, @Nullable Toast toast) {
    return show(act, act.conversation(), look, List.of(act.conversation()), toast);
  }

  Object show(Act act, @Nullable ConversationId open, Look look,
      Collection<ConversationId> changed, @Nullable Toast toast) {
    if (toast != null) toasts.tell(act.request(), act.response(), toast);
    var address = address(act, open);
    if (!act.page().fragment())
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, address + behind(act, look)).build();
    act.response().setHeader("HX-Push-Url", address + act.query().text());
    act.model().addAttribute("inbox", views.pane(act.me(), act.query(), open, look, changed));
    return "inbox/pane";
  }

  /** The address that takes a gesture back, and opens that thread again. */
  String undo(Act act, Done done, @Nullable ConversationId open) {
    var text = new StringBuilder(act.query().text());
    if (open != null) add(text, "ouvert", open.toString());
    return act.page().to("messagerie/annulation/" + done.batch()) + text;
  }

  Toast assigned(Act act, Assignee to, Done done) {
    var text = to.name() == null ? act.t("inbox.released") : act.t("inbox.assigned", to.name());
    return done.done() == 0 ? Toast.done(text)
        : Toast.done(text).undoneBy(undo(act, done, act.conversation()));
  }

  /** A member of this brand, or nobody in particular. */
  Assignee assignee(Member me, String who) {
    if (who.equals("personne")) return Assignee.NOBODY;
    var id = who.equals("moi") ? me.user().toString() : who;
    return colleagues.of(me.workspaceId()).stream()
        .filter(c -> c.user().toString().equals(id)).findFirst()
        .map(c -> new Assignee(c.user().value(), c.name()))
        .orElseThrow(NoSuchElementException::new);
  }

  private static String address(Act act, @Nullable ConversationId open) {
    return act.page().to(open == null ? "messagerie" : "messagerie/" + open);
  }

  private static String behind(Act act, Look look) {
    var text = new StringBuilder(act.query().text());
    if (look.overtaken() != null) add(text, "depasse", look.overtaken().toString());
    if (look.refused() != null) add(text, "refus", look.refused());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(value);
  }
}
