package fr.palabre.publishing.recurrence.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.recurrence.RecurrenceId;
import fr.palabre.publishing.recurrence.Recurrences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What comes back: the list, a rule, its occurrences to come. */
@Controller
@RequestMapping("/{brand}/recurrences")
@Requires(Permission.CONTENT_READ)
class RecurrencePages {
  private final Recurrences recurrences;
  private final RecurrenceViews views;
  private final Pages pages;
  private final Toasts toasts;

  RecurrencePages(Recurrences recurrences, RecurrenceViews views, Pages pages, Toasts toasts) {
    this.recurrences = recurrences;
    this.views = views;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String list(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("recurrences", views.all(me, pages.of(request)));
    return "recurrences/list";
  }

  @GetMapping("/nouvelle")
  @Requires(Permission.PUBLISH)
  String blank(Member me, @RequestParam("modele") UUID content, HttpServletRequest request,
      Model model) {
    model.addAttribute("recurrence",
        views.blank(me, new ContentId(content), pages.of(request)));
    return "recurrences/one";
  }

  @GetMapping("/{id}")
  String show(Member me, @PathVariable UUID id, HttpServletRequest request, Model model) {
    var recurrence = recurrences.recurrence(me.workspaceId(), new RecurrenceId(id));
    model.addAttribute("recurrence", views.view(me, recurrence, pages.of(request)));
    return "recurrences/one";
  }

  @PostMapping
  @Requires(Permission.PUBLISH)
  String create(Member me, @RequestParam("modele") UUID content,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var form = new RuleForm(fields);
    return form.rule()
        .map(rule -> recurrences.create(me, new ContentId(content), rule, form.keepsApproval()))
        .map(made -> said(page, "recurrences.created", "/" + made.id(), request, response))
        .orElseGet(() -> failed(page, "/nouvelle?modele=" + content, request, response));
  }

  @PostMapping("/{id}")
  @Requires(Permission.PUBLISH)
  String change(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var form = new RuleForm(fields);
    return form.rule()
        .map(rule -> recurrences.change(me, new RecurrenceId(id), form.following(), rule,
            form.keepsApproval()))
        .map(made -> said(page, "recurrences.changed", "/" + made.id(), request, response))
        .orElseGet(() -> failed(page, "/" + id, request, response));
  }

  @PostMapping("/{id}/fin")
  @Requires(Permission.PUBLISH)
  String end(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    recurrences.end(me, new RecurrenceId(id));
    return said(pages.of(request), "recurrences.ended", "", request, response);
  }

  private String said(Page page, String key, String below, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(page.t(key)));
    return "redirect:" + page.to("recurrences" + below);
  }

  private String failed(Page page, String below, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.failed(page.t("recurrences.noRule")));
    return "redirect:" + page.to("recurrences" + below);
  }
}
