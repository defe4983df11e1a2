package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.Saving;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the composer's page is answered: its live parts to scripts, an address otherwise. */
@Component
class ComposerAnswers {
  private final Composers composers;
  private final Colleagues colleagues;
  private final Pages pages;

  ComposerAnswers(Composers composers, Colleagues colleagues, Pages pages) {
    this.composers = composers;
    this.colleagues = colleagues;
    this.pages = pages;
  }

  /** After a save while typing: everything but the fields somebody may be in. */
  String saved(Member me, Saving saving, ComposerForm form, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    return answer(me, saving, form, "editorial/saved", request, response, model);
  }

  /** After one of the composer's own buttons: the fields too. */
  String changed(Member me, Saving saving, ComposerForm form, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    return answer(me, saving, form, "editorial/changed", request, response, model);
  }

  private String answer(Member me, Saving saving, ComposerForm form, String view,
      HttpServletRequest request, HttpServletResponse response, Model model) {
    var page = pages.of(request);
    if (!page.fragment()) return elsewhere(page, saving, form);
    if (!(saving instanceof Saving.Saved saved)) return conflict(saving, response, model);
    var content = saved.content();
    response.setHeader("X-Saved", Integer.toString(content.version()));
    response.setHeader("HX-Replace-Url", page.to("contenus/" + content.id()));
    model.addAttribute("composer",
        composers.composer(me, content, form.pageKey(), form.panel()));
    model.addAttribute("asksAgain", saved.asksAgain());
    return view;
  }

  private String conflict(Saving saving, HttpServletResponse response, Model model) {
    response.setHeader("X-Conflict", "true");
    response.setHeader("HX-Reswap", "none");
    model.addAttribute("theirs", theirs(saving));
    model.addAttribute("aside", aside(saving).toString());
    model.addAttribute("who", name(theirs(saving).updatedBy()));
    model.addAttribute("closed", saving instanceof Saving.Closed);
    return "editorial/conflict";
  }

  /** Where a plain form goes on. */
  String elsewhere(Page page, Saving saving) {
    return switch (saving) {
      case Saving.Saved(Content content, boolean _) ->
          "redirect:" + page.to("contenus/" + content.id());
      case Saving.Conflict _, Saving.Closed _ -> "redirect:" + page.to(
          "contenus/" + theirs(saving).id() + "/versions/" + aside(saving));
    };
  }

  private String elsewhere(Page page, Saving saving, ComposerForm form) {
    var address = elsewhere(page, saving);
    if (!(saving instanceof Saving.Saved)) return address;
    return address + "?modifier" + (form.panel() == null ? "" : "&onglet=" + form.panel());
  }

  private static Content theirs(Saving saving) {
    return switch (saving) {
      case Saving.Saved saved -> saved.content();
      case Saving.Conflict conflict -> conflict.theirs();
      case Saving.Closed closed -> closed.content();
    };
  }

  private static UUID aside(Saving saving) {
    return switch (saving) {
      case Saving.Conflict conflict -> conflict.aside();
      case Saving.Closed closed -> closed.aside();
      case Saving.Saved _ -> throw new IllegalStateException("Nothing was set aside");
    };
  }

  private String name(@Nullable UserId who) {
    return who == null ? "" : colleagues.names(Set.of(who)).getOrDefault(who, "");
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
