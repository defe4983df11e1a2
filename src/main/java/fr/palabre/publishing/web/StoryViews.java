package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryAttempt;
import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.UserId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.PostDraft;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.Afterwards.Message;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.PostState;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.Vanished;
import fr.palabre.publishing.WallClock.Shift;
import fr.palabre.publishing.web.BoardView.AccountMark;
import fr.palabre.publishing.web.StoryView.Correction;
import fr.palabre.publishing.web.StoryView.Misfit;
import fr.palabre.publishing.web.StoryView.Part;
import fr.palabre.publishing.web.StoryView.PostActs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the story of a post, or of a single act. */
@Component
class StoryViews {
  /** Nothing is left to do with those. */
  private static final Set<PostState> OVER =
      EnumSet.of(PostState.REMOVED, PostState.CANCELLED, PostState.SKIPPED);
  private final Deliveries deliveries;
  private final DeliveryBoard board;
  private final Afterwards afterwards;
  private final Vanished vanished;
  private final Elsewhere elsewhere;
  private final QuotaAdvice quotas;
  private final Accounts accounts;
  private final Colleagues colleagues;
  private final Reasons reasons;

  StoryViews(Deliveries deliveries, DeliveryBoard board, Afterwards afterwards, Vanished vanished,
      Elsewhere elsewhere, QuotaAdvice quotas, Accounts accounts, Colleagues colleagues, Reasons reasons) {
    this.deliveries = deliveries;
    this.board = board;
    this.afterwards = afterwards;
    this.vanished = vanished;
    this.elsewhere = elsewhere;
    this.quotas = quotas;
    this.accounts = accounts;
    this.colleagues = colleagues;
    this.reasons = reasons;
  }

  StoryView of(ScheduledPost post, Member me, Page page) {
    var all = post.id().subjects()
        .flatMap(s -> deliveries.of(post.workspace(), s).stream()).toList();
    var account = mark(me, post.account());
    var link = post.permalink();
    return new StoryView(post.title(), account, mark(post, page), when(post, page),
        shift(post, page),
        post.state() == PostState.OUT && vanished.since(post).isPresent(),
        elsewhere.of(post, me, page), page.to("contenus/" + post.content()),
        link == null || post.state() == PostState.REMOVED ? null : link.toString(),
        parts(all, post, account, me, page),
        me.may(Permission.PUBLISH) && !OVER.contains(post.state())
            ? acts(me, post, all, account, page) : null);
  }

  StoryView of(Delivery d, Member me, Page page) {
    var account = mark(me, d.account());
    return new StoryView(title(d, 0, null, List.of(), page), account, Marks.of(d.standing(), page),
        page.date(d.notBefore()), "", false, List.of(), null, null,
        parts(List.of(d), null, account, me, page), null);
  }

  private List<Part> parts(List<Delivery> all, @Nullable ScheduledPost post, AccountMark account,
      Member me, Page page) {
    var sent = post == null ? List.<Message>of() : afterwards.sent(post);
    var drawn = new ArrayList<Part>();
    for (int i = 0; i < all.size(); i++)
      drawn.add(part(all.get(i), title(all.get(i), i, post, sent, page), post, account, me, page));
    return drawn;
  }

  private Part part(Delivery d, String title, @Nullable ScheduledPost post, AccountMark account,
      Member me, Page page) {
    var story = deliveries.story(d.workspace(), d.id());
    var asker = d.act() instanceof Act.Publish ? null : d.by();
    var names = colleagues.names(Stream.concat(Stream.ofNullable(asker), story.stream()
        .map(DeliveryAttempt::by).filter(Objects::nonNull).map(UserId::new)).distinct().toList());
    var steps = new StorySteps(page, account.networkName(), names);
    var open = board.open(d);
    var said = reasons.of(open, account.networkName(), page);
    var draft = d.act() instanceof Act.Publish(PostDraft p) ? p
        : d.act() instanceof Act.Edit(String _, PostDraft e) ? e : null;
    return new Part(title, Marks.of(open, page),
        asked(asker == null ? null : names.get(asker), page),
        draft == null ? "" : draft.text(),
        draft == null ? 0 : draft.images().size(), d.state().isFinal()
            && d.state() != DeliveryState.REFUSED ? "" : said.words(),
        said.fault().equals("NOBODY") ? ""
            : page.t("publishing.fault." + said.fault(), account.networkName()),
        me.may(Permission.PUBLISH) ? new BoardActs(d, post, page).all() : List.of(),
        story.stream().map(steps::step).toList());
  }

  private static String asked(@Nullable String name, Page page) {
    return name == null ? "" : page.t("publishing.askedBy", name);
  }

  private static String title(Delivery d, int place, @Nullable ScheduledPost post,
      List<Message> sent, Page page) {
    if (d.subject().kind().equals("post"))
      return post == null || post.parts() == 1 ? page.t("publishing.kind.post")
          : page.t("publishing.part", page.number(place + 1L), page.number(post.parts()));
    var key = "publishing.kind." + d.subject().kind();
    var kind = page.t(page.knows(key) ? key : "publishing.kind.other");
    var what = post == null ? "" : what(d.act(), post, sent, page);
    return what.isEmpty() ? kind : page.t("publishing.kind.of", kind, what);
  }

  // Which message of several it is about.
  private static String what(Act act, ScheduledPost post, List<Message> sent, Page page) {
    var remoteId = switch (act) {
      case Act.Edit(String id, var _) -> id;
      case Act.Delete(String id) -> id;
      default -> null;
    };
    if (sent.size() < 2) return "";
    return sent.stream().filter(m -> m.remoteId().equals(remoteId))
        .map(m -> Elsewhere.place(post, m, page))
        .map(place -> place.isEmpty() ? page.t("publishing.kind.post") : place)
        .findFirst().orElse("");
  }

  private PostActs acts(Member me, ScheduledPost post, List<Delivery> all, AccountMark account,
      Page page) {
    var possible = afterwards.possible(post.workspace(), post.account());
    var out = post.state() == PostState.OUT || !afterwards.messages(post).isEmpty();
    var waiting = all.stream().anyMatch(d -> isWaiting(d));
    var can = possible.correct() ? "both" : possible.remove() ? "remove" : "nothing";
    return new PostActs(post.id().value(), waiting, out,
        afterwards.isLeaving(post), post.when().local().withSecond(0).withNano(0).toString(),
        possible.correct() && out ? corrections(post, page) : List.of(), possible.remove(),
        page.t("publishing.afterwards." + can, account.networkName()),
        waiting ? misfits(me, post, page) : List.of());
  }

  private List<Misfit> misfits(Member me, ScheduledPost post, Page page) {
    return quotas.waiting(me, post.content()).stream()
        .map(n -> new Misfit(page.t(n.words(), n.arguments().toArray()), n.instead()))
        .toList();
  }

  private static boolean isWaiting(Delivery d) {
    return d.subject().equals(new PostId(d.subject().id()).parts())
        && d.state() == DeliveryState.WAITING;
  }

  private List<Correction> corrections(ScheduledPost post, Page page) {
    var longest = accounts.limits(accounts.account(post.workspace(), post.account())).maxLength();
    return afterwards.messages(post).stream()
        .map(m -> new Correction(m.part().value(), Elsewhere.place(post, m, page),
            m.draft().text(), longest))
        .toList();
  }

  private static BoardView.Mark mark(ScheduledPost post, Page page) {
    return switch (post.state()) {
      case WAITING -> new BoardView.Mark("good", "send", page.t("publishing.state.scheduled"));
      case SENDING -> new BoardView.Mark("good", "send", page.t("publishing.state.now"));
      case IN_DOUBT -> new BoardView.Mark("late", "question", page.t("publishing.state.doubt"));
      case REFUSED -> new BoardView.Mark("late", "alert", page.t("publishing.state.refused"));
      case OUT -> new BoardView.Mark("good", "check", page.t("publishing.state.out"));
      case CANCELLED -> new BoardView.Mark("plain", "x", page.t("publishing.state.cancelled"));
      case SKIPPED -> new BoardView.Mark("plain", "clock", page.t("publishing.state.skipped"));
      case REMOVED -> new BoardView.Mark("plain", "trash", page.t("publishing.state.removed"));
    };
  }

  private static String when(ScheduledPost post, Page page) {
    var there = post.when().zone();
    var out = post.publishedAt();
    var said = page.date(out == null ? post.due() : out);
    return out != null || there.equals(page.zone()) ? said
        : page.t("publishing.zone", said, there.getId(), post.when().local().toLocalTime()
            .toString());
  }

  private static String shift(ScheduledPost post, Page page) {
    if (post.when().shift() == Shift.NONE) return "";
    return page.t("publishing.shift." + post.when().shift(),
        page.formats().time(post.when().local().toLocalTime()), page.time(post.due()));
  }

  private AccountMark mark(Member me, AccountId id) {
    var account = accounts.account(me.workspaceId(), id);
    return new AccountMark(account.displayName(), account.handle(), account.network().value(),
        accounts.connector(account.network()).name());
  }
}
