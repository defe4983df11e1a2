package fr.palabre.editorial.web;

import fr.palabre.editorial.CalendarTile;
import fr.palabre.editorial.CalendarTiles;
import fr.palabre.editorial.Crowding;
import fr.palabre.editorial.DayBand;
import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Paces;
import fr.palabre.editorial.ContentStage;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.Accounts;
import fr.palabre.platform.db.Remembered;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of a range of tiles what the calendar's templates draw. */
@Component
class CalendarViews {
  private final CalendarTiles tiles;
  private final Paces paces;
  private final Accounts accounts;
  private final Remembered remembered;

  CalendarViews(CalendarTiles tiles, Paces paces, Accounts accounts, Remembered remembered) {
    this.tiles = tiles;
    this.paces = paces;
    this.accounts = accounts;
    this.remembered = remembered;
  }

  @Transactional(readOnly = true)
  CalendarView view(Member me, CalendarQuery query, Page page) {
    var span = query.span(page.today());
    var found = tiles.between(me.workspaceId(), span.first().atStartOfDay(),
        span.end().atStartOfDay(), query.filter());
    return new CalendarView(span.view(), title(span, page),
        address(page, query.at(span.before())), address(page, query.at(page.today())),
        address(page, query.at(span.after())), query.text(), days(span, found,
            Crowding.of(found, pace(me)), page),
        views(query, span, page), accountChoices(me, query, page), stageChoices(query, page),
        me.may(Permission.CONTENT_WRITE));
  }

  private Pace pace(Member me) {
    return remembered.of(me.workspaceId().value(), new PaceShown(),
        () -> paces.of(me.workspaceId()));
  }

  private static List<CalendarDay> days(CalendarSpan span, List<CalendarTile> found,
      Crowding crowding, Page page) {
    var byDay = found.stream().collect(Collectors.groupingBy(t -> t.planned().toLocalDate()));
    return span.days().stream()
        .map(day -> day(day, span, byDay.getOrDefault(day, List.of()), crowding, page))
        .toList();
  }

  private static CalendarDay day(LocalDate day, CalendarSpan span, List<CalendarTile> found,
      Crowding crowding, Page page) {
    var all = new ArrayList<CalendarTileView>();
    Map<DayBand, List<CalendarTileView>> bands = new EnumMap<>(DayBand.class);
    for (var band : DayBand.values()) bands.put(band, new ArrayList<>());
    for (var tile : found) {
      var time = tile.planned().toLocalTime();
      var view = CalendarTileView.of(tile, page.formats().time(time),
          crowding.tooClose().contains(tile.id()));
      all.add(view);
      bands.computeIfAbsent(DayBand.of(time), _ -> new ArrayList<>()).add(view);
    }
    return new CalendarDay(day, label(day, span, page), page.day(day), tone(day, span, page),
        crowding.tooMany().contains(day), all,
        bands);
  }

  private static String label(LocalDate day, CalendarSpan span, Page page) {
    if (span.view().equals("semaine")) return page.formats().weekday(day);
    return day.getDayOfMonth() == 1 || day.equals(span.first())
        ? page.formats().shortDay(day) : Integer.toString(day.getDayOfMonth());
  }

  private static String tone(LocalDate day, CalendarSpan span, Page page) {
    var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return Stream.of(span.holds(day) ? "" : " out", weekend ? " rest" : "",
        day.equals(page.today()) ? " today" : "").collect(Collectors.joining());
  }

  private static String title(CalendarSpan span, Page page) {
    if (span.view().equals("mois")) return page.formats().month(span.date());
    var last = span.end().minusDays(1);
    var oneMonth = YearMonth.from(span.first()).equals(YearMonth.from(last));
    return page.t("calendar.range", oneMonth ? page.formats().dayOfMonth(span.first())
        : page.formats().shortDay(span.first()), page.formats().shortDay(last));
  }

  private static List<Choice> views(CalendarQuery query, CalendarSpan span, Page page) {
    return Stream.of("mois", "semaine", "liste")
        .map(v -> new Choice(address(page, query.seenAs(v)),
            page.t("calendar." + v), v.equals(span.view())))
        .toList();
  }

  private List<Choice> accountChoices(Member me, CalendarQuery query, Page page) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("calendar.accounts")));
    var connected = remembered.of(me.workspaceId().value(), new AccountsShown(),
        () -> accounts.connected(me.workspaceId()));
    for (var account : connected)
      choices.add(new Choice(account.id().toString(),
          accounts.connector(account.network()).name() + " · " + account.handle(),
          account.id().toString().equals(query.compte())));
    return choices;
  }

  private record AccountsShown() {}

  private record PaceShown() {}

  private static List<Choice> stageChoices(CalendarQuery query, Page page) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("calendar.stages")));
    for (var stage : ContentStage.values())
      choices.add(new Choice(stage.name().toLowerCase(java.util.Locale.ROOT),
          page.t("calendar.stage." + stage.name()), stage.name().equalsIgnoreCase(query.etat())));
    return choices;
  }

  private static String address(Page page, CalendarQuery query) {
    return page.to("calendrier") + "?" + query.text();
  }
}
