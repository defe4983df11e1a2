package fr.palabre.inbox.web;

import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.Drafts;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.NoAnswer;
import fr.palabre.inbox.Replies;
import fr.palabre.inbox.Replies.NewReply;
import fr.palabre.inbox.ReplyOutcome;
import fr.palabre.inbox.ReplyOutcome.Accepted;
import fr.palabre.inbox.ReplyOutcome.Impossible;
import fr.palabre.inbox.ReplyOutcome.Overtaken;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.platform.web.Toast;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Acts upon one thread: speaking in it, and deciding about it. */
@Controller
@RequestMapping("/{brand}/messagerie/{id}")
@Requires(Permission.INBOX_REPLY)
class ActPages {
  private final Replies replies;
  private final Inbox inbox;
  private final Drafts drafts;
  private final Answers answers;

  ActPages(Replies replies, Inbox inbox, Drafts drafts, Answers answers) {
    this.replies = replies;
    this.inbox = inbox;
    this.drafts = drafts;
    this.answers = answers;
  }

  /** An answer to the public, or a note for the team: the form holds both. */
  @PostMapping("/paroles")
  Object say(Act act, @RequestParam(defaultValue = "reponse") String genre,
      @RequestParam UUID cle, @RequestParam int version,
      @RequestParam(required = false) @Nullable UUID reponse, @RequestParam String texte) {
    if (genre.equals("note")) {
      inbox.note(act.me(), act.conversation(), cle, texte);
      return answers.stay(act, Look.SIMPLE, null);
    }
    var next = answers.next(act);
    var outcome = replies.reply(act.me(),
        new NewReply(act.conversation(), cle, version, reponse, texte));
    if (outcome instanceof Accepted)
      return answers.movedOn(act, next, Toast.done(act.t("inbox.reply.handed")));
    drafts.keep(act.me(), act.conversation(), cle, texte);
    return notSent(act, outcome, version);
  }

  /** Not sent, and nothing lost: the text is kept as a draft, and the thread says why. */
  private Object notSent(Act act, ReplyOutcome outcome, int version) {
    var look = switch (outcome) {
      case Overtaken _ -> new Look(false, null, version, null);
      case Impossible(var why) -> new Look(false, null, null, why.name());
      case Accepted _ -> Look.SIMPLE;
    };
    return answers.stay(act, look, null);
  }

  /** The network said no: the same answer again, or another. */
  @PostMapping("/paroles/{message}/relance")
  Object retry(Act act, @PathVariable UUID message, @RequestParam String texte) {
    return switch (replies.retry(act.me(), message, texte)) {
      case Impossible(var why) -> answers.stay(act, new Look(false, null, null, why.name()), null);
      case Accepted _, Overtaken _ ->
          answers.stay(act, Look.SIMPLE, Toast.done(act.t("inbox.reply.handed")));
    };
  }

  @PostMapping("/paroles/{message}/retrait")
  Object withdraw(Act act, @PathVariable UUID message) {
    var stopped = replies.withdraw(act.me(), message);
    return answers.stay(act, Look.SIMPLE, stopped
        ? Toast.done(act.t("inbox.withdrawn")) : Toast.failed(act.t("inbox.withdrawn.late")));
  }

  @PostMapping("/paroles/{message}/jaime")
  Object like(Act act, @PathVariable UUID message) {
    replies.like(act.me(), message);
    return answers.stay(act, Look.SIMPLE, null);
  }

  @PostMapping("/cloture")
  Object close(Act act, @RequestParam int version,
      @RequestParam(defaultValue = "CLOSED") NoAnswer motif) {
    var next = answers.next(act);
    var done = inbox.close(act.me(), read(act, version), motif);
    if (done.left() > 0) return answers.stay(act, new Look(false, null, version, null), null);
    return answers.movedOn(act, next, Toast.done(act.t("inbox.closed"))
        .undoneBy(answers.undo(act, done, act.conversation())));
  }

  @PostMapping("/reouverture")
  Object reopen(Act act, @RequestParam int version) {
    inbox.reopen(act.me(), read(act, version));
    return answers.stay(act, Look.SIMPLE, Toast.done(act.t("inbox.reopened")));
  }

  @PostMapping("/attribution")
  Object assign(Act act, @RequestParam int version, @RequestParam String pour) {
    var to = answers.assignee(act.me(), pour);
    var next = answers.next(act);
    var done = inbox.assign(act.me(), read(act, version), to);
    if (done.left() > 0) return answers.stay(act, new Look(false, null, version, null), null);
    var toast = answers.assigned(act, to, done);
    var elsewhere = to.id() != null && !to.id().equals(act.me().userId());
    return elsewhere ? answers.movedOn(act, next, toast) : answers.stay(act, Look.SIMPLE, toast);
  }

  @PostMapping("/brouillon")
  @ResponseBody
  Map<String, String> draft(Act act, @RequestParam UUID cle, @RequestParam String texte) {
    drafts.keep(act.me(), act.conversation(), cle, texte);
    return Map.of("label", act.t("inbox.draft.kept", act.page().time(act.page().now())));
  }

  private static List<Read> read(Act act, int version) {
    return List.of(new Read(act.conversation(), version));
  }

  /** Why an answer could not be sent, if the address says something we say. */
  static @Nullable String known(@Nullable String refusal) {
    return Arrays.stream(ReplyOutcome.Why.values()).map(Enum::name)
        .filter(why -> why.equals(refusal == null ? "" : refusal.toUpperCase(Locale.ROOT)))
        .findFirst().orElse(null);
  }
}
