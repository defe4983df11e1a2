package fr.palabre.editorial.web;

import fr.palabre.editorial.Approval;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.editorial.NextSlots;
import fr.palabre.editorial.Planned;
import fr.palabre.editorial.Saving;
import fr.palabre.editorial.Validation;
import fr.palabre.editorial.Validation.Departure;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saving what is typed, and finishing: submit, schedule, publish. */
@Controller
@RequestMapping("/{brand}/contenus/{id}")
@Requires(Permission.CONTENT_WRITE)
class ComposerPosts {
  private final ComposerDesk desk;
  private final ComposerAnswers answers;
  private final Contents contents;
  private final Validation validation;
  private final NextSlots slots;
  private final Pages pages;
  private final Toasts toasts;

  ComposerPosts(ComposerDesk desk, ComposerAnswers answers, Contents contents,
      Validation validation, NextSlots slots, Pages pages,
      Toasts toasts) {
    this.desk = desk;
    this.answers = answers;
    this.contents = contents;
    this.validation = validation;
    this.slots = slots;
    this.pages = pages;
    this.toasts = toasts;
  }

  /** Saves; a first save opens the content. */
  @PostMapping
  String save(Member me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request, HttpServletResponse response, Model model) {
    var form = new ComposerForm(fields);
    var saving = desk.save(me, new ContentId(id), form, UnaryOperator.identity());
    return answers.saved(me, saving, form, request, response, model);
  }

  @PostMapping("/soumission")
  String submit(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    return finish(me, id, new ComposerForm(fields), request, response, _ -> validation.submit(
        me, new ContentId(id), fields.containsKey("sansDescription")), "editorial.done.submitted");
  }

  /** For whoever may validate what they write: submits and validates in one gesture. */
  @PostMapping("/programmation")
  String schedule(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    return finish(me, id, new ComposerForm(fields), request, response,
        c -> validated(me, c, fields, Departure.PLANNED), "editorial.done.scheduled");
  }

  @PostMapping("/publication")
  String publish(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    return finish(me, id, new ComposerForm(fields), request, response,
        c -> validated(me, c, fields, Departure.NOW), "editorial.done.published");
  }

  private Approval validated(Member me, Content content, MultiValueMap<String, String> fields,
      Departure departure) {
    if (!validation.isAlone(me))
      return new Approval.Refused(content, Approval.Reason.NOT_ALLOWED);
    if (content.stage() != ContentStage.SUBMITTED) {
      var submitted = validation.submit(me, content.id(), fields.containsKey("sansDescription"));
      if (submitted instanceof Approval.Refused) return submitted;
    }
    return validation.approve(me, content.id(), content.hash(), departure);
  }

  private String finish(Member me, UUID id, ComposerForm form, HttpServletRequest request,
      HttpServletResponse response, Function<Content, Approval> act,
      String done) {
    var page = pages.of(request);
    var saving = desk.save(me, new ContentId(id), form, UnaryOperator.identity());
    if (!(saving instanceof Saving.Saved saved)) return answers.elsewhere(page, saving);
    var address = "redirect:" + page.to("contenus/" + id);
    return switch (act.apply(saved.content())) {
      case Approval.Refused(var _, var reason) -> address + "?modifier&refus=" + reason;
      case Approval.Done(Content content) -> {
        toasts.tell(request, response, Toast.done(said(page, done, content.planned())));
        yield address;
      }
    };
  }

  private static String said(Page page, String done, @Nullable Planned planned) {
    var undated = done + ".undated";
    return planned == null && page.knows(undated) ? page.t(undated)
        : page.t(done, EditorialWords.when(page, planned));
  }

  /** Takes a date that was offered, and what was typed with it. */
  @PostMapping("/moment")
  String instead(Member me, @PathVariable UUID id, @RequestParam("moment") LocalDateTime moment,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
    var page = pages.of(request);
    var saving = desk.save(me, new ContentId(id), new ComposerForm(fields),
        UnaryOperator.identity());
    if (!(saving instanceof Saving.Saved)) return answers.elsewhere(page, saving);
    var moving = contents.plan(me, new ContentId(id), moment);
    return "redirect:" + page.to("contenus/" + id) + "?modifier"
        + (moving instanceof Moving.Refused refused ? "&refus=" + refused.reason() : "");
  }

  /** Saves, and takes the next free slot of the queue chosen, or of the first that serves it. */
  @PostMapping("/creneau")
  String slot(Member me, @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID file,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var saving = desk.save(me, new ContentId(id), new ComposerForm(fields),
        UnaryOperator.identity());
    if (saving instanceof Saving.Saved(Content content, boolean _))
      toasts.tell(request, response, slots.add(me, content.id(), file, page));
    return answers.elsewhere(page, saving);
  }

  /** The date alone, as the calendar's and the reading page's forms send it. */
  @PostMapping("/date")
  String plan(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
    var page = pages.of(request);
    var content = contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound);
    var moving = contents.plan(me, content.id(), new ComposerForm(fields).date());
    var address = "redirect:" + page.to("contenus/" + id);
    return moving instanceof Moving.Refused refused ? address + "?refus=" + refused.reason()
        : address;
  }
}
