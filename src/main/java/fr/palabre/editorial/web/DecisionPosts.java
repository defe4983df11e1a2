package fr.palabre.editorial.web;

import fr.palabre.editorial.Approval;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Validation;
import fr.palabre.editorial.Validation.Departure;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding on a content, and talking about it. */
@Controller
@RequestMapping("/{brand}/contenus/{id}")
class DecisionPosts {
  private final Contents contents;
  private final Validation validation;
  private final Pages pages;
  private final Toasts toasts;

  DecisionPosts(Contents contents, Validation validation, Pages pages, Toasts toasts) {
    this.contents = contents;
    this.validation = validation;
    this.pages = pages;
    this.toasts = toasts;
  }

  /** Validates exactly what was read: its hash comes with the page. */
  @PostMapping("/validation")
  @Requires(Permission.CONTENT_APPROVE)
  String approve(Member me, @PathVariable UUID id, @RequestParam(defaultValue = "") String lu,
      @RequestParam(defaultValue = "false") boolean maintenant, HttpServletRequest request,
      HttpServletResponse response) {
    var departure = maintenant ? Departure.NOW : Departure.PLANNED;
    var approval = validation.approve(me, here(me, id), lu, departure);
    var done = approval instanceof Approval.Done(Content content) && content.planned() != null
        ? "editorial.done.scheduled" : "editorial.done.approved";
    return answer(approval, done, request, response);
  }

  @PostMapping("/changements")
  @Requires(Permission.CONTENT_APPROVE)
  String askForChanges(Member me, @PathVariable UUID id,
      @RequestParam(defaultValue = "") String mots, HttpServletRequest request,
      HttpServletResponse response) {
    return answer(validation.askForChanges(me, here(me, id), mots),
        "editorial.done.changesRequested", request, response);
  }

  @PostMapping("/retour")
  @Requires(Permission.CONTENT_WRITE)
  String recall(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    return answer(validation.recall(me, here(me, id)), "editorial.done.recalled", request,
        response);
  }

  @PostMapping("/commentaires")
  @Requires(Permission.CONTENT_READ)
  String comment(Member me, @PathVariable UUID id, @RequestParam(defaultValue = "") String mots,
      HttpServletRequest request) {
    validation.comment(me, here(me, id), mots);
    return "redirect:" + pages.of(request).to("contenus/" + id + "#echanges");
  }

  private ContentId here(Member me, UUID id) {
    return contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound).id();
  }

  private String answer(Approval approval, String done, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    return switch (approval) {
      case Approval.Done(Content content) -> {
        toasts.tell(request, response, Toast.done(
            page.t(done, EditorialWords.when(page, content.planned()))));
        yield "redirect:" + page.to("contenus/" + content.id());
      }
      case Approval.Refused(Content content, Approval.Reason reason) ->
          "redirect:" + page.to("contenus/" + content.id()) + "?refus=" + reason;
    };
  }
}
