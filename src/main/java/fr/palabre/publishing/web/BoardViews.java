package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.Freeze;
import fr.palabre.delivery.Freezes;
import fr.palabre.delivery.OpenDelivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.FreezeEverywhere;
import fr.palabre.publishing.LatePolicy;
import fr.palabre.publishing.LateRule;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.Vanished;
import fr.palabre.publishing.web.BoardView.AccountMark;
import fr.palabre.publishing.web.BoardView.FreezeLine;
import fr.palabre.publishing.web.BoardView.Mark;
import fr.palabre.publishing.web.BoardView.Row;
import fr.palabre.publishing.web.BoardView.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the board: what wants somebody first, then what goes out, then what went. */
@Component
class BoardViews {
  private static final int MOST = 100;
  private static final int NEXT = 30;
  private static final Duration LATELY = Duration.ofHours(24);
  private static final Duration SKIPPED = Duration.ofDays(7);
  private final DeliveryBoard board;
  private final Publication publication;
  private final Accounts accounts;
  private final Freezes freezes;
  private final FreezeEverywhere everywhere;
  private final Colleagues colleagues;
  private final LatePolicy late;
  private final Reasons reasons;
  private final CheckRows checked;
  private final Elsewhere elsewhere;
  private final Vanished vanished;

  BoardViews(DeliveryBoard board, Publication publication, Accounts accounts, Freezes freezes,
      FreezeEverywhere everywhere, Colleagues colleagues, LatePolicy late, Reasons reasons,
      CheckRows checked, Elsewhere elsewhere, Vanished vanished) {
    this.board = board;
    this.publication = publication;
    this.accounts = accounts;
    this.freezes = freezes;
    this.everywhere = everywhere;
    this.colleagues = colleagues;
    this.late = late;
    this.reasons = reasons;
    this.checked = checked;
    this.elsewhere = elsewhere;
    this.vanished = vanished;
  }

  BoardView view(Member me, Page page) {
    var workspace = me.workspaceId();
    var stopped = mine(me, board.stopped(workspace, MOST));
    var next = mine(me, board.next(workspace, NEXT));
    var skipped = board.skipped(workspace, page.now().minus(SKIPPED), NEXT);
    var all = Stream.of(stopped, skipped, next).flatMap(List::stream).toList();
    var posts = posts(me, all);
    var drawn = new Drawing(me, page, posts, new LinkedHashMap<>());
    all.forEach(drawn::add);
    var connected = accounts.connected(workspace);
    return new BoardView(freezeLines(me, page), drawn.sections(lately(me, page)),
        thawed(stopped, posts), freezable(connected, me, page), latest(drawn.usual, page),
        thens(drawn.usual, page),
        me.may(Permission.PUBLISH), me.may(Permission.FREEZE));
  }

  // What answers people is for those who read them.
  private static List<OpenDelivery> mine(Member me, List<OpenDelivery> all) {
    return me.may(Permission.INBOX_READ) ? all
        : all.stream().filter(o -> PostId.isAbout(o.delivery().subject())).toList();
  }

  private Map<UUID, ScheduledPost> posts(Member me, List<OpenDelivery> all) {
    var ids = all.stream().map(o -> o.delivery().subject().id()).distinct().toList();
    return publication.among(me.workspaceId(), ids).stream()
        .collect(Collectors.toMap(p -> p.id().value(), Function.identity()));
  }

  private List<Row> lately(Member me, Page page) {
    var posts = publication.lately(me.workspaceId(), page.now().minus(LATELY), NEXT);
    var gone = vanished.among(me.workspaceId(), posts);
    return posts.stream()
        .map(p -> new Row(page.to("publication/" + p.id()), p.title(),
            beyond(p.title(), p.excerpt()),
            mark(me, p.account()), p.publishedAt() == null ? p.due() : p.publishedAt(),
            gone.contains(p.id()) ? new Mark("wait", "trash", page.t("publishing.state.gone"))
                : new Mark("good", "check", page.t("publishing.state.out")), "", "", List.of()))
        .toList();
  }

  // A content without a title is named by its first words: they are not said twice.
  private static String beyond(String name, String words) {
    return words.equals(name) ? "" : words;
  }

  private AccountMark mark(Member me, AccountId id) {
    var account = accounts.account(me.workspaceId(), id);
    return new AccountMark(account.displayName(), account.handle(), account.network().value(),
        accounts.connector(account.network()).name());
  }

  private List<FreezeLine> freezeLines(Member me, Page page) {
    var active = freezes.active(me.workspaceId());
    var names = colleagues.names(active.stream().map(Freeze::by).toList());
    return active.stream()
        .map(f -> new FreezeLine(f.id(), f.account() == null ? null : mark(me, f.account()).name(),
            f.reason(), names.getOrDefault(f.by(), ""), f.since()))
        .toList();
  }

  private static List<Choice> thawed(List<OpenDelivery> stopped, Map<UUID, ScheduledPost> posts) {
    return stopped.stream().map(OpenDelivery::delivery)
        .filter(d -> d.standing().equals(new Standing.Held(Hold.THAWED)))
        .map(d -> d.subject().id()).filter(posts::containsKey).distinct()
        .map(id -> new Choice(id.toString(), title(posts.get(id)), true)).toList();
  }

  private static String title(@Nullable ScheduledPost post) {
    return post == null ? "" : post.title();
  }

  private List<Choice> freezable(List<ConnectedAccount> connected, Member me, Page page) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("publishing.freeze.brand")));
    connected.stream().filter(a -> !freezes.frozen(me.workspaceId(), a.id()))
        .forEach(a -> choices.add(new Choice(a.id().toString(),
            a.displayName() + " · " + accounts.connector(a.network()).name())));
    var brands = me.may(Permission.FREEZE) ? everywhere.brands(me).size() : 0;
    if (brands > 1)
      choices.add(new Choice(FreezePosts.EVERYTHING, page.count("publishing.freeze.all", brands)));
    return choices;
  }

  private static List<Choice> latest(LateRule usual, Page page) {
    var now = usual.atMost();
    return LateQuestion.LENGTHS.stream()
        .map(d -> new Choice(String.valueOf(d.toMinutes()),
            page.t("publishing.latest." + d.toMinutes()), d.equals(now)))
        .toList();
  }

  private static List<Choice> thens(LateRule usual, Page page) {
    return Arrays.stream(LateRule.Then.values())
        .map(then -> new Choice(then.name(), page.t("publishing.late.then." + then),
            then == usual.then()))
        .toList();
  }

  /** Sorts deliveries into sections, one row for all that belongs to one thing. */
  private final class Drawing {
    private final Member me;
    private final Page page;
    private final Map<UUID, ScheduledPost> posts;
    private final Map<String, List<Row>> rows;
    private final Map<AccountId, AccountMark> marks = new LinkedHashMap<>();
    private final LateRule usual;

    Drawing(Member me, Page page, Map<UUID, ScheduledPost> posts, Map<String, List<Row>> rows) {
      this.me = me;
      this.page = page;
      this.posts = posts;
      this.rows = rows;
      this.usual = late.of(me.workspaceId());
    }

    void add(OpenDelivery open) {
      rows.computeIfAbsent(section(open), _ -> new ArrayList<>()).add(row(open));
    }

    List<Section> sections(List<Row> lately) {
      rows.put("check", stillComing(checked.of(me, page, MOST)));
      rows.put("rewritten", elsewhere.rows(me, page, NEXT));
      rows.put("out", lately);
      return Stream.of("doubt", "refused", "reconnection", "late", "check", "rewritten", "skipped",
              "now", "frozen", "next", "out")
          .map(key -> new Section(key, tone(key), rows.getOrDefault(key, List.of())))
          .filter(s -> !s.rows().isEmpty())
          .toList();
    }

    // What already waits for somebody is not said twice.
    private List<Row> stillComing(List<Row> checked) {
      var stopped = Stream.of("doubt", "refused", "reconnection", "late")
          .flatMap(key -> rows.getOrDefault(key, List.of()).stream()).map(Row::address)
          .collect(Collectors.toSet());
      return checked.stream().filter(row -> !stopped.contains(row.address())).toList();
    }

    private Row row(OpenDelivery open) {
      var d = open.delivery();
      var post = posts.get(d.subject().id());
      var account = marks.computeIfAbsent(d.account(), id -> mark(me, id));
      var said = reasons.of(open, account.networkName(), page);
      var acts = me.may(Permission.PUBLISH) ? new BoardActs(d, post, page).all()
          : List.<BoardView.Act>of();
      var fault = said.fault().equals("NOBODY") ? "" : page.t("publishing.fault." + said.fault(),
          account.networkName());
      var name = name(d, post);
      return new Row(address(d, post), name, beyond(name, excerpt(d, post)), account,
          d.notBefore(), Marks.of(open, page),
          section(open).equals("next") ? late(post) : said.words(), fault, acts);
    }

    // Said where it is not what the brand does anyway.
    private String late(@Nullable ScheduledPost post) {
      if (post == null || post.late().equals(usual)) return "";
      return LateWords.of(post.late(), page);
    }

    private String name(Delivery d, @Nullable ScheduledPost post) {
      var kind = "publishing.kind." + d.subject().kind();
      if (post == null) return page.knows(kind) ? page.t(kind) : page.t("publishing.kind.other");
      return d.subject().equals(post.id().parts()) ? post.title()
          : page.t(kind) + " · " + post.title();
    }

    private String excerpt(Delivery d, @Nullable ScheduledPost post) {
      if (d.act() instanceof Act.Publish(var draft)) return draft.text();
      return post == null ? "" : post.excerpt();
    }

    private String address(Delivery d, @Nullable ScheduledPost post) {
      return page.to("publication/" + (post == null ? d.id().value() : post.id().value()));
    }

    private String section(OpenDelivery open) {
      return switch (open.delivery().standing()) {
        case Standing.InDoubt _, Standing.Undecided _ -> "doubt";
        case Standing.Refused _ -> "refused";
        case Standing.Held(Hold hold) -> hold == Hold.RECONNECTION ? "reconnection" : "late";
        case Standing.Submitting _ -> "now";
        case Standing.Scheduled s -> scheduled(open, s);
        case Standing.Skipped _ -> "skipped";
        case Standing.Accepted _, Standing.Confirmed _, Standing.Cancelled _ -> "out";
      };
    }

    private String scheduled(OpenDelivery open, Standing.Scheduled scheduled) {
      var due = !open.delivery().notBefore().isAfter(page.now());
      if (open.frozen()) return "frozen";
      var waits = scheduled.at().isAfter(page.now())
          || open.accountWaits() != null && open.accountWaits().isAfter(page.now());
      return due ? waits ? "late" : "now" : "next";
    }

    private static String tone(String section) {
      return switch (section) {
        case "doubt", "refused", "reconnection", "late" -> "late";
        default -> "";
      };
    }
  }
}
