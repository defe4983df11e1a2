package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentDates.Move;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Departure.Note;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Toast;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said once a content was moved in the calendar: where it stands, and if it fits there. */
@Component
class MovedToast {
  private final Contents contents;
  private final Departures departures;

  MovedToast(Contents contents, Departures departures) {
    this.contents = contents;
    this.departures = departures;
  }

  Toast of(Member me, Move move, ContentId id, CalendarQuery query, Page page) {
    return switch (move) {
      case Move.Moved(var stands, var before) -> moved(me, id, query, page, stands, before);
      case Move.AlreadyOut(var stands) ->
          Toast.failed(page.t("calendar.moved.closed", spoken(stands, page)));
      case Move.InThePast(var stands) ->
          Toast.failed(page.t("calendar.moved.past", spoken(stands, page)));
      case Move.NotAllowed(var stands) ->
          Toast.failed(page.t("calendar.moved.refused", spoken(stands, page)));
    };
  }

  private Toast moved(Member me, ContentId id, CalendarQuery query, Page page,
      LocalDateTime stands, LocalDateTime before) {
    var toast = Toast.done(page.t("calendar.moved", spoken(stands, page)))
        .undoneBy(to(before, id, query, page));
    return misfit(me, id).map(note -> {
      var told = toast.but(page.t(note.words(), note.arguments().toArray()));
      return note.instead().isEmpty() ? told : told.offering(page.t("editorial.instead"),
          to(LocalDateTime.parse(note.instead()), id, query, page));
    }).orElse(toast);
  }

  private Optional<Note> misfit(Member me, ContentId id) {
    return departures.of(me, contents.content(me.workspaceId(), id)).notes().stream()
        .filter(note -> !note.fits()).findFirst();
  }

  private static String to(LocalDateTime moment, ContentId id, CalendarQuery query, Page page) {
    return page.to("calendrier/dates") + "?" + query.text() + "&contenu=" + id + "&jour=" + moment;
  }

  private static String spoken(@Nullable LocalDateTime moment, Page page) {
    if (moment == null) return "—";
    return page.day(moment.toLocalDate()) + ", " + page.formats().time(moment.toLocalTime());
  }
}
