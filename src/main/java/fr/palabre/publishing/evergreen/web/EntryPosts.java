package fr.palabre.publishing.evergreen.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.Evergreens;
import fr.palabre.publishing.evergreen.Season;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with the contents of an evergreen queue: put in, given a season, taken out. */
@Controller
@RequestMapping("/{brand}/intemporels/{id}/contenus")
@Requires(Permission.PUBLISH)
class EntryPosts {
  private final Evergreens evergreens;
  private final Telling telling;
  private final Pages pages;

  EntryPosts(Evergreens evergreens, Telling telling, Pages pages) {
    this.evergreens = evergreens;
    this.telling = telling;
    this.pages = pages;
  }

  @PostMapping
  String add(Member me, @PathVariable UUID id,
      @RequestParam(name = "contenus", required = false, defaultValue = "") List<UUID> contents,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    if (contents.isEmpty())
      return telling.failed("evergreen.noneChosen", "/" + id + "/ajout", request, response);
    var keeps = new EvergreenForm(fields).keepsApproval();
    long added = contents.stream().filter(content -> evergreens.add(me, new EvergreenId(id),
        new ContentId(content), Season.ALWAYS, keeps)).count();
    if (added == 0) return telling.failed("evergreen.elsewhere", "/" + id, request, response);
    var page = pages.of(request);
    return telling.told(page, Toast.done(page.count("evergreen.added", added)), "/" + id, request,
        response);
  }

  @PostMapping("/{content}")
  String change(Member me, @PathVariable UUID id, @PathVariable UUID content,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var form = new EvergreenForm(fields);
    var season = form.season();
    if (season.isEmpty()) return telling.failed("evergreen.noSeason",
        "/" + id + "/contenus/" + content, request, response);
    evergreens.change(me, new EvergreenId(id), new ContentId(content), season.get(),
        form.keepsApproval());
    return telling.done("evergreen.entry.changed", "/" + id, request, response);
  }

  @PostMapping("/{content}/retrait")
  String remove(Member me, @PathVariable UUID id, @PathVariable UUID content,
      HttpServletRequest request, HttpServletResponse response) {
    evergreens.remove(me, new EvergreenId(id), new ContentId(content));
    return telling.done("evergreen.removed", "/" + id, request, response);
  }
}
