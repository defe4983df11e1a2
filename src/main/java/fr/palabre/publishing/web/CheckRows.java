package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.preflight.Finding;
import fr.palabre.publishing.preflight.PreflightRound;
import fr.palabre.publishing.web.BoardView.Act;
import fr.palabre.publishing.web.BoardView.Mark;
import fr.palabre.publishing.web.BoardView.Row;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posts in whose way something stands, while there is time to act. */
@Component
class CheckRows {
  private final PreflightRound preflight;
  private final Publication publication;
  private final AccountMarks marks;

  CheckRows(PreflightRound preflight, Publication publication, AccountMarks marks) {
    this.preflight = preflight;
    this.publication = publication;
    this.marks = marks;
  }

  List<Row> of(Member me, Page page, int atMost) {
    var found = preflight.findings(me.workspaceId(), atMost);
    var ids = found.keySet().stream().map(PostId::value).toList();
    return publication.among(me.workspaceId(), ids).stream()
        .sorted(Comparator.comparing(ScheduledPost::due))
        .map(post -> row(me, post, found.getOrDefault(post.id(), List.of()), page))
        .toList();
  }

  private Row row(Member me, ScheduledPost post, List<Finding> findings, Page page) {
    var account = marks.mark(post.workspace(), post.account());
    var words = findings.stream().map(f -> words(f, account.networkName(), page))
        .collect(Collectors.joining(" "));
    return new Row(page.to("publication/" + post.id()), post.title(), "", account, post.due(),
        new Mark("wait", "alert", page.t("publishing.state.check")), words, "",
        me.may(Permission.PUBLISH) ? acts(post, findings, page) : List.of());
  }

  static String words(Finding finding, String network, Page page) {
    return page.t("publishing.finding." + finding.kind(), network, finding.detail());
  }

  private static List<Act> acts(ScheduledPost post, List<Finding> findings, Page page) {
    var mend = switch (findings.getFirst().kind()) {
      case DISCONNECTED, ACCESS_ENDS, PERMISSION, ABILITY ->
          link("account", page.to("reseaux"), page);
      case QUOTA -> link("move", page.to("publication/" + post.id() + "#date"), page);
      case CONTENT, LINK, APPROVAL -> link("content", page.to("contenus/" + post.content()), page);
    };
    return List.of(mend, new Act(page.t("publishing.act.verifier"),
        page.to("publication/" + post.id() + "/verification"), "verifier", false, null));
  }

  private static Act link(String word, String address, Page page) {
    return new Act(page.t("publishing.act." + word), address, null, true, null);
  }
}
