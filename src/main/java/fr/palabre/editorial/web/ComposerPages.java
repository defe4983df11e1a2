package fr.palabre.editorial.web;

import fr.palabre.editorial.Approval;
import fr.palabre.editorial.Approvers.Standing;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.editorial.Planned;
import fr.palabre.editorial.Validation;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a content: written by those who may, read and decided upon by the others. */
@Controller
@RequestMapping("/{brand}/contenus")
class ComposerPages {
  private final Contents contents;
  private final Composers composers;
  private final Readings readings;
  private final Validation validation;

  ComposerPages(Contents contents, Composers composers, Readings readings,
      Validation validation) {
    this.contents = contents;
    this.composers = composers;
    this.readings = readings;
    this.validation = validation;
  }

  /** An empty page; nothing is kept before the first word. */
  @GetMapping("/nouveau")
  @Requires(Permission.CONTENT_WRITE)
  String blank(Member me, @RequestParam(required = false) @Nullable LocalDate jour,
      @RequestParam(required = false) @Nullable LocalTime heure,
      @RequestParam(required = false) @Nullable UUID reprise, Model model) {
    var planned = jour == null ? null : new Planned(
        jour.atTime(heure == null ? LocalTime.of(9, 30) : heure), me.workspace().zone());
    var id = reprise == null ? ContentId.next() : new ContentId(reprise);
    var content = contents.find(me.workspaceId(), id)
        .orElseGet(() -> composers.blank(me, id, planned));
    model.addAttribute("composer", composers.composer(me, content, "", null));
    model.addAttribute("refusal", "");
    return "editorial/composer";
  }

  @GetMapping("/{id}")
  @Requires(Permission.CONTENT_READ)
  String show(Member me, @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String modifier,
      @RequestParam(required = false) @Nullable UUID onglet,
      @RequestParam(defaultValue = "") String refus, Model model) {
    var content = contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound);
    model.addAttribute("refusal", refusal(refus));
    if (writes(me, content, modifier != null)) {
      var panel = onglet == null ? null : new AccountId(onglet);
      model.addAttribute("composer", composers.composer(me, content, "", panel));
      return "editorial/composer";
    }
    model.addAttribute("reading", readings.reading(me, content));
    return "editorial/reading";
  }

  /** What was said and decided, for whoever writes too. */
  @GetMapping("/{id}/echanges")
  @Requires(Permission.CONTENT_READ)
  String read(Member me, @PathVariable UUID id, Model model) {
    var content = contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound);
    model.addAttribute("refusal", "");
    model.addAttribute("reading", readings.reading(me, content));
    return "editorial/reading";
  }

  // Who is to decide reads first; who would undo a validation is asked first.
  private boolean writes(Member me, Content content, boolean asked) {
    if (!me.may(Permission.CONTENT_WRITE) || !content.isOpen()) return false;
    if (asked) return true;
    var decides = content.stage() == ContentStage.SUBMITTED
        && validation.standing(me, content) == Standing.MAY;
    return !content.stage().isValidated() && !decides;
  }

  private static String refusal(String name) {
    var known = Arrays.stream(Approval.Reason.values()).map(Enum::name);
    var dates = Arrays.stream(Moving.Reason.values()).map(Enum::name);
    return Stream.concat(known, dates).filter(name::equals).findFirst()
        .orElse("");
  }
}
