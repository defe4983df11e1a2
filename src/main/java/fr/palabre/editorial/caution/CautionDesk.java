package fr.palabre.editorial.caution;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.Departure.Note;
import fr.palabre.editorial.DepartureDesk;
import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Paces;
import fr.palabre.editorial.caution.Neighbours.Neighbour;
import fr.palabre.editorial.caution.Neighbours.Wish;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Formats;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says what stands near a date before one settles on it. Nothing is ever held back for it. */
@Component
@Order(50)
class CautionDesk implements DepartureDesk {
  /** Shorter texts are alike by chance. */
  private static final int TELLING = 40;
  private final Neighbours neighbours;
  private final Paces paces;
  private final Clock clock;

  CautionDesk(Neighbours neighbours, Paces paces, Clock clock) {
    this.neighbours = neighbours;
    this.paces = paces;
    this.clock = clock;
  }

  @Override
  public Departure of(Member me, Content content) {
    var accounts = content.body().chosen().stream().map(Adaptation::account).toList();
    if (accounts.isEmpty() || !content.isOpen()) return Departure.NOTHING;
    var planned = content.planned();
    var at = planned == null ? LocalDateTime.ofInstant(clock.instant(), me.zone())
        : planned.local();
    var wish = new Wish(content.id(), accounts, at);
    var pace = paces.of(me.workspaceId());
    var dated = planned == null ? Stream.<Note>empty()
        : Stream.of(close(me, wish, pace), many(me, wish, pace)).flatMap(Optional::stream);
    return new Departure(List.of(),
        Stream.concat(dated, alike(me, wish, content.body().text()).stream()).toList());
  }

  @Override
  public void answered(Member me, ContentId content, Function<String, @Nullable String> fields) {}

  private Optional<Note> close(Member me, Wish wish, Pace pace) {
    if (pace.apart().isZero()) return Optional.empty();
    return neighbours.near(me.workspaceId(), wish, pace.apart()).map(n ->
        new Note("caution.close", List.of(n.name(), time(me, n), pace.apart().toMinutes())));
  }

  private Optional<Note> many(Member me, Wish wish, Pace pace) {
    int that = neighbours.onDay(me.workspaceId(), wish);
    return that <= pace.daily() ? Optional.empty()
        : Optional.of(new Note("caution.many", List.of(that, pace.daily())));
  }

  private Optional<Note> alike(Member me, Wish wish, String text) {
    if (!isTelling(text)) return Optional.empty();
    return neighbours.alike(me.workspaceId(), wish, text).map(found -> new Note("caution.alike",
        List.of(found.content().name(), day(me, found.content()),
            formats(me).percent(found.share()))));
  }

  static boolean isTelling(String text) {
    return text.strip().length() >= TELLING;
  }

  private static String time(Member me, Neighbour n) {
    return formats(me).time(n.at().toLocalTime());
  }

  private static String day(Member me, Neighbour n) {
    return formats(me).longDay(n.at().toLocalDate());
  }

  private static Formats formats(Member me) {
    return new Formats(me.locale(), me.zone());
  }
}
