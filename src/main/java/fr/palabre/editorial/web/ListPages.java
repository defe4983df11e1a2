package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Proofs;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.UserId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Contents in lists: all of them, and those that wait for a validation. */
@Controller
@RequestMapping("/{brand}")
class ListPages {
  private static final int PAGE = 50;
  private final ContentLists lists;
  private final Proofs proofs;
  private final Accounts accounts;
  private final Colleagues colleagues;
  private final Pages pages;

  ListPages(ContentLists lists, Proofs proofs, Accounts accounts, Colleagues colleagues,
      Pages pages) {
    this.lists = lists;
    this.proofs = proofs;
    this.accounts = accounts;
    this.colleagues = colleagues;
    this.pages = pages;
  }

  @GetMapping("/contenus")
  @Requires(Permission.CONTENT_READ)
  String all(Member me, ListQuery query, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var found = lists.recent(me.workspaceId(), query.filter(), query.after(), PAGE + 1);
    var shown = found.stream().limit(PAGE).toList();
    model.addAttribute("lines", lines(shown));
    model.addAttribute("query", query);
    model.addAttribute("stages", stages(page, query));
    model.addAttribute("networks", networks(me, page, query));
    model.addAttribute("next", found.size() > PAGE ? query.after(shown.getLast()) : null);
    return "editorial/list";
  }

  @GetMapping("/validations")
  @Requires(Permission.CONTENT_READ)
  String waiting(Member me, Model model) {
    var lines = lines(lists.waiting(me.workspaceId()));
    var may = me.may(Permission.CONTENT_APPROVE);
    model.addAttribute("mine", lines.stream()
        .filter(l -> may && !me.user().equals(l.line().submittedBy())).toList());
    model.addAttribute("others", lines.stream()
        .filter(l -> !may || me.user().equals(l.line().submittedBy())).toList());
    model.addAttribute("may", may);
    return "editorial/validations";
  }

  private List<Line> lines(List<ContentLine> found) {
    var names = colleagues.names(found.stream()
        .flatMap(l -> Stream.of(l.updatedBy(), l.submittedBy())).filter(Objects::nonNull)
        .collect(Collectors.toSet()));
    return found.stream().map(l -> line(l, names)).toList();
  }

  private static Line line(ContentLine line, Map<UserId, String> names) {
    var by = line.stage() == ContentStage.SUBMITTED ? line.submittedBy() : line.updatedBy();
    return new Line(line, StageLook.of(line.stage(), line.inDoubt()),
        by == null ? "" : names.getOrDefault(by, ""));
  }

  private static List<Choice> stages(Page page, ListQuery query) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("editorial.list.stages"), query.filter().stage() == null));
    for (var stage : ContentStage.values())
      choices.add(new Choice(stage.name().toLowerCase(Locale.ROOT),
          page.t("calendar.stage." + stage), stage == query.filter().stage()));
    return choices;
  }

  private List<Choice> networks(Member me, Page page, ListQuery query) {
    var chosen = query.filter().network();
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("editorial.list.networks"), chosen == null));
    proofs.accounts(me.workspaceId()).stream().map(ConnectedAccount::network).distinct()
        .forEach(n -> choices.add(
            new Choice(n.value(), accounts.connector(n).name(), n.equals(chosen))));
    return choices;
  }
}
