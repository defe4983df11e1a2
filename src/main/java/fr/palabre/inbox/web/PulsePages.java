package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.Presence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The open page's heartbeat: it says who is here, and learns what came in, what happened in the
 * thread being read, and what became of the answers on their way. It moves nothing.
 */
@Controller
@RequestMapping("/{brand}/messagerie/pouls")
@Requires(Permission.INBOX_READ)
class PulsePages {
  private static final int MOST_ROWS = 20;
  private final PulseStore pulse;
  private final Presence presence;
  private final Inbox inbox;
  private final ListStore list;

  PulsePages(PulseStore pulse, Presence presence, Inbox inbox, ListStore list) {
    this.pulse = pulse;
    this.presence = presence;
    this.inbox = inbox;
    this.list = list;
  }

  @PostMapping
  String beat(Member me, InboxQuery query, @RequestParam(required = false) @Nullable UUID dernier,
      @RequestParam(required = false) @Nullable UUID fil,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "false") boolean ecrit,
      @RequestParam(defaultValue = "") List<UUID> envois, Model model) {
    var open = fil == null ? null : new ConversationId(fil);
    if (open != null) presence.here(me, open, ecrit && me.may(Permission.INBOX_REPLY));
    model.addAttribute("beat", new Beat(query, dernier, pulse.since(me, query, dernier), open,
        open == null ? List.of() : inbox.since(me, new Read(open, version)), presence.others(me),
        list.rows(me, envois.stream().limit(MOST_ROWS).map(ConversationId::new).toList()),
        list.counts(me)));
    return "inbox/beat";
  }
}
