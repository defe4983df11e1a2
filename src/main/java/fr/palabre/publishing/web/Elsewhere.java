package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.Rewriting;
import fr.palabre.publishing.Rewritten;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.web.BoardView.Act;
import fr.palabre.publishing.web.BoardView.Mark;
import fr.palabre.publishing.web.BoardView.Row;
import fr.palabre.publishing.web.StoryView.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was changed on a network, not from here, and the two ways to settle it. */
@Component
class Elsewhere {
  private final Rewritten rewritten;
  private final Publication publication;
  private final Afterwards afterwards;
  private final AccountMarks marks;

  Elsewhere(Rewritten rewritten, Publication publication, Afterwards afterwards,
      AccountMarks marks) {
    this.rewritten = rewritten;
    this.publication = publication;
    this.afterwards = afterwards;
    this.marks = marks;
  }

  @Nullable Compared of(ScheduledPost post, Member me, Page page) {
    return rewritten.find(post).flatMap(r -> compared(post, r, me, page)).orElse(null);
  }

  List<Row> rows(Member me, Page page, int atMost) {
    var open = rewritten.open(me.workspaceId(), atMost);
    var seen = open.stream().collect(Collectors.toMap(Rewriting::post, Function.identity()));
    return publication.among(me.workspaceId(), open.stream().map(r -> r.post().value()).toList())
        .stream()
        .flatMap(post -> Stream.ofNullable(seen.get(post.id())).map(r -> row(post, r, me, page)))
        .sorted(Comparator.comparing(Row::at).reversed())
        .toList();
  }

  private Optional<Compared> compared(ScheduledPost post, Rewriting r, Member me, Page page) {
    var network = marks.mark(post.workspace(), post.account()).networkName();
    var key = "publishing.rewritten." + (r.answer() == null ? "open" : r.answer().name());
    return afterwards.sent(post).map(ours -> new Compared(
        page.t(key, network, page.date(r.seenAt())), r.answer() == null,
        Marked.of(ours, r.words()), Marked.of(r.words(), ours),
        r.answer() == null ? acts(post, me, page) : List.of()));
  }

  private Row row(ScheduledPost post, Rewriting r, Member me, Page page) {
    var account = marks.mark(post.workspace(), post.account());
    var changed = afterwards.sent(post).map(ours -> Marked.of(r.words(), ours).changes())
        .orElse(r.words());
    return new Row(page.to("publication/" + post.id()), post.title(), changed, account,
        r.seenAt(), new Mark("wait", "edit", page.t("publishing.state.rewritten")),
        page.t("publishing.rewritten.row", account.networkName()), "", acts(post, me, page));
  }

  private List<Act> acts(ScheduledPost post, Member me, Page page) {
    if (!me.may(Permission.PUBLISH)) return List.of();
    var address = page.to("publication/" + post.id() + "/ailleurs");
    var acts = new ArrayList<Act>();
    acts.add(new Act(page.t("publishing.act.garder"), address, "garder", false, null));
    if (afterwards.possible(post.workspace(), post.account()).correct())
      acts.add(new Act(page.t("publishing.act.remettre"), address, "remettre", false,
          page.t("publishing.remettre.confirm")));
    return acts;
  }
}
