package fr.palabre.inbox.web;

import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Done;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.NoAnswer;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.platform.web.Toast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Acts upon several threads at once, and taking an act back. */
@Controller
@RequestMapping("/{brand}/messagerie")
@Requires(Permission.INBOX_REPLY)
class BatchPages {
  private final Inbox inbox;
  private final Answers answers;

  BatchPages(Inbox inbox, Answers answers) {
    this.inbox = inbox;
    this.answers = answers;
  }

  /** Closes the chosen threads, or gives them to someone. */
  @PostMapping("/lot")
  Object batch(Act act, @RequestParam(defaultValue = "") List<String> fil,
      @RequestParam(required = false) @Nullable UUID ouvert,
      @RequestParam(required = false) @Nullable String pour) {
    var reads = fil.stream().limit(ListPage.SIZE).map(Read::valueOf).toList();
    var done = pour == null || pour.isBlank()
        ? inbox.close(act.me(), reads, NoAnswer.CLOSED)
        : inbox.assign(act.me(), reads, answers.assignee(act.me(), pour));
    var verb = pour == null || pour.isBlank() ? "inbox.batch.closed" : "inbox.batch.assigned";
    return answers.show(act, opened(ouvert), Look.SIMPLE,
        reads.stream().map(Read::id).toList(), told(act, verb, done));
  }

  @PostMapping("/annulation/{batch}")
  Object undo(Act act, @PathVariable UUID batch,
      @RequestParam(required = false) @Nullable UUID ouvert) {
    var done = inbox.undo(act.me(), batch);
    return answers.show(act, opened(ouvert), Look.SIMPLE, List.of(), done.left() == 0
        ? Toast.done(act.t("inbox.undone"))
        : Toast.failed(act.page().count("inbox.undone.left", done.left())));
  }

  private static @Nullable ConversationId opened(@Nullable UUID id) {
    return id == null ? null : new ConversationId(id);
  }

  private Toast told(Act act, String verb, Done done) {
    var text = act.page().count(verb, done.done());
    if (done.left() > 0) text += " " + act.page().count("inbox.batch.left", done.left());
    return done.done() == 0
        ? Toast.failed(text) : Toast.done(text).undoneBy(answers.undo(act, done, null));
  }
}
