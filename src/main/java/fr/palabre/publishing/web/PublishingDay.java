package fr.palabre.publishing.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.OpenDelivery;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What goes out today, and what does not go on. */
@Component
class PublishingDay implements DayItems {
  private static final int MOST = 8;
  private static final Duration PRESSING = Duration.ofHours(1);
  private final DeliveryBoard board;
  private final Publication publication;
  private final Accounts accounts;
  private final CheckRows rows;
  private final Elsewhere elsewhere;

  PublishingDay(DeliveryBoard board, Publication publication, Accounts accounts,
      CheckRows rows, Elsewhere elsewhere) {
    this.board = board;
    this.publication = publication;
    this.accounts = accounts;
    this.rows = rows;
    this.elsewhere = elsewhere;
  }

  @Override
  public List<DayItem> forDay(Page page, Instant now) {
    if (!(page.viewer() instanceof Member me) || !me.may(Permission.CONTENT_READ))
      return List.of();
    return Stream.of(stopped(me, page), checked(me, page, now), rewritten(me, page),
            today(me, page, now))
        .flatMap(items -> items).toList();
  }

  private Stream<DayItem> stopped(Member me, Page page) {
    return board.stopped(me.workspaceId(), MOST).stream()
        .filter(o -> o.delivery().state() != DeliveryState.CALLING)
        .filter(o -> PostId.isAbout(o.delivery().subject()))
        .map(o -> stopped(me, o, page));
  }

  private DayItem stopped(Member me, OpenDelivery open, Page page) {
    var d = open.delivery();
    var title = publication.find(me.workspaceId(), new PostId(d.subject().id()))
        .map(ScheduledPost::title).orElse("");
    var mark = Marks.of(open, page);
    return new DayItem(Moment.IN_DOUBT, 50, page.t("publishing.day.stopped", mark.word(), title),
        network(me, d.account()), page.to("publication/" + d.subject().id()), mark.icon(),
        d.notBefore(), "late");
  }

  private Stream<DayItem> checked(Member me, Page page, Instant now) {
    return rows.of(me, page, MOST).stream()
        .map(row -> new DayItem(Moment.TO_CHECK, 30, row.name(), row.reason(),
            page.to("publication") + "#check", row.mark().icon(), row.at(),
            row.at().isBefore(now.plus(PRESSING)) ? "late" : "waiting"));
  }

  private Stream<DayItem> rewritten(Member me, Page page) {
    return elsewhere.rows(me, page, MOST).stream()
        .map(row -> new DayItem(Moment.TO_CHECK, 10,
            page.t("publishing.day.stopped", row.mark().word(), row.name()), row.reason(),
            Objects.requireNonNull(row.address()), row.mark().icon(), row.at(), "waiting"));
  }

  private Stream<DayItem> today(Member me, Page page, Instant now) {
    var day = now.atZone(page.zone()).toLocalDate();
    var end = day.plusDays(1).atStartOfDay(page.zone()).toInstant();
    return publication.due(me.workspaceId(), now, end, MOST).stream()
        .collect(groupingBy(p -> List.of(p.content(), p.due()), LinkedHashMap::new, toList()))
        .values().stream()
        .map(posts -> goesOut(me, posts, page));
  }

  /** One line a content, whatever the number of its accounts. */
  private DayItem goesOut(Member me, List<ScheduledPost> posts, Page page) {
    var first = posts.getFirst();
    var accounts = posts.stream().map(p -> network(me, p.account())).collect(joining(", "));
    return new DayItem(Moment.GOES_OUT, 0, first.title(), accounts,
        page.to("publication/" + first.id()), "send", first.due(), "plain");
  }

  private String network(Member me, AccountId id) {
    var account = accounts.account(me.workspaceId(), id);
    return account.displayName() + " · " + accounts.connector(account.network()).name();
  }
}
