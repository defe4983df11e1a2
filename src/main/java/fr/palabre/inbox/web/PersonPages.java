package fr.palabre.inbox.web;

import fr.palabre.community.People;
import fr.palabre.community.PersonId;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.platform.web.Toast;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the team knows of the person one talks with. */
@Controller
@RequestMapping("/{brand}/messagerie/{id}/personne")
@Requires(Permission.INBOX_REPLY)
class PersonPages {
  private final People people;
  private final Inbox inbox;
  private final Answers answers;

  PersonPages(People people, Inbox inbox, Answers answers) {
    this.people = people;
    this.inbox = inbox;
    this.answers = answers;
  }

  @PostMapping("/notes")
  Object note(Act act, @RequestParam String texte) {
    if (!texte.isBlank()) people.note(act.me(), person(act), texte);
    return answers.stay(act, Look.SIMPLE, null);
  }

  /** Another profile is the same person. */
  @PostMapping("/profils")
  Object unite(Act act, @RequestParam UUID autre) {
    people.unite(act.me(), person(act), new PersonId(autre));
    return answers.stay(act, Look.SIMPLE, Toast.done(act.t("inbox.person.united")));
  }

  private PersonId person(Act act) {
    return inbox.conversation(act.me(), act.conversation()).person();
  }
}
