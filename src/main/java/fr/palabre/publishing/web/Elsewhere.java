package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.Afterwards.Message;
import fr.palabre.publishing.PostId;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  List<Compared> of(ScheduledPost post, Member me, Page page) {
    return changes(post, rewritten.of(post)).map(c -> compared(c, me, page)).toList();
  }

  List<Row> rows(Member me, Page page, int atMost) {
    var open = rewritten.open(me.workspaceId(), atMost).stream()
        .collect(Collectors.groupingBy(Rewriting::post));
    return publication.among(me.workspaceId(), open.keySet().stream().map(PostId::value).toList())
        .stream()
        .flatMap(post -> changes(post, open.getOrDefault(post.id(), List.of())))
        .map(c -> row(c, me, page))
        .sorted(Comparator.comparing(Row::at).reversed())
        .toList();
  }

  /** A message beside what became of it there. */
  private record Change(ScheduledPost post, Message ours, Rewriting theirs) {
    boolean isOpen() {
      return theirs.answer() == null;
    }

    String sent() {
      return ours.words();
    }

    String place(Page page) {
      return Elsewhere.place(post, ours, page);
    }
  }

  private Stream<Change> changes(ScheduledPost post, List<Rewriting> theirs) {
    if (theirs.isEmpty()) return Stream.empty();
    var seen = theirs.stream().collect(Collectors.toMap(Rewriting::remoteId, Function.identity()));
    return afterwards.sent(post).stream().flatMap(ours ->
        Stream.ofNullable(seen.get(ours.remoteId())).map(r -> new Change(post, ours, r)));
  }

  private Compared compared(Change c, Member me, Page page) {
    var network = marks.mark(c.post.workspace(), c.post.account()).networkName();
    var words = c.theirs.words();
    var key = (words == null ? "publishing.rewritten.gone." : "publishing.rewritten.")
        + (c.theirs.answer() == null ? "open" : c.theirs.answer().name());
    return new Compared(c.place(page),
        page.t(key, network, page.date(c.theirs.seenAt())), c.isOpen(),
        Marked.of(c.sent(), words == null ? c.sent() : words),
        words == null ? null : Marked.of(words, c.sent()),
        c.isOpen() ? acts(c, me, page) : List.of());
  }

  private Row row(Change c, Member me, Page page) {
    var account = marks.mark(c.post.workspace(), c.post.account());
    var words = c.theirs.words();
    var key = words == null ? "publishing.vanished.part" : "publishing.rewritten.row";
    return new Row(page.to("publication/" + c.post.id()), c.post.title(),
        words == null ? c.sent() : Marked.of(words, c.sent()).changes(), account,
        c.theirs.seenAt(), new Mark("wait", words == null ? "trash" : "edit",
            page.t(words == null ? "publishing.state.vanished" : "publishing.state.rewritten")),
        said(c, page.t(key, account.networkName()), page), "", acts(c, me, page));
  }

  private static String said(Change c, String words, Page page) {
    var place = c.place(page);
    return place.isEmpty() ? words : page.t("publishing.part.said", place, words);
  }

  /** Which message of its post it is, in words; empty if it is all of it. */
  static String place(ScheduledPost post, Message message, Page page) {
    if (message.isFirstReply()) return page.t("publishing.kind.first-reply");
    return post.parts() == 1 ? ""
        : page.t("publishing.part", page.number(message.place()), page.number(post.parts()));
  }

  private List<Act> acts(Change c, Member me, Page page) {
    if (!me.may(Permission.PUBLISH)) return List.of();
    var address = page.to("publication/" + c.post.id() + "/ailleurs/" + c.ours.part().value());
    if (c.theirs.words() == null)
      return List.of(new Act(page.t("publishing.act.noter"), address, "noter", false, null));
    var acts = new ArrayList<Act>();
    acts.add(new Act(page.t("publishing.act.garder"), address, "garder", false, null));
    if (afterwards.possible(c.post.workspace(), c.post.account()).correct())
      acts.add(new Act(page.t("publishing.act.remettre"), address, "remettre", false,
          page.t("publishing.remettre.confirm")));
    return acts;
  }
}
