package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.QuotaForecast;
import fr.palabre.delivery.QuotaForecast.Full;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.Departure.Note;
import fr.palabre.editorial.DepartureDesk;
import fr.palabre.editorial.Proof.Sheet;
import fr.palabre.editorial.Proofs;
import fr.palabre.identity.Member;
import fr.palabre.network.Accounts;
import fr.palabre.platform.web.Formats;
import fr.palabre.publishing.Publication;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says, where a content gets its date, that a network would not take it then, and when it would. */
@Component
class QuotaAdvice implements DepartureDesk {
  private final QuotaForecast forecast;
  private final Proofs proofs;
  private final Publication publication;
  private final Accounts accounts;
  private final Clock clock;

  QuotaAdvice(QuotaForecast forecast, Proofs proofs, Publication publication, Accounts accounts,
      Clock clock) {
    this.forecast = forecast;
    this.proofs = proofs;
    this.publication = publication;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Departure of(Member me, Content content) {
    var planned = content.planned();
    if (planned == null || !content.isOpen() || planned.at().isBefore(clock.instant()))
      return Departure.NOTHING;
    var own = publication.of(me.workspaceId(), content.id()).stream()
        .map(post -> post.id().value()).toList();
    var notes = proofs.of(content).sheets().stream()
        .flatMap(sheet -> note(me, sheet, planned.at(), own).stream()).toList();
    return new Departure(List.of(), notes);
  }

  @Override
  public void answered(Member me, ContentId content, Function<String, @Nullable String> fields) {
    // It advises; what is chosen is a date.
  }

  private Optional<Note> note(Member me, Sheet sheet, Instant at, List<UUID> own) {
    var acts = Stream.concat(sheet.parts().stream(), Stream.ofNullable(sheet.firstReply()))
        .<Act>map(Act.Publish::new).toList();
    return forecast.full(sheet.account(), accounts.quotas(sheet.account()), acts, at, own)
        .map(full -> note(me, sheet, full));
  }

  private static Note note(Member me, Sheet sheet, Full full) {
    var formats = new Formats(me.locale(), me.zone());
    var window = full.rule().window();
    var network = sheet.network().name();
    var free = full.free();
    var length = "publishing.quota." + (window.toHours() >= 1 ? "hours" : "minutes");
    var number = formats.number(window.toHours() >= 1 ? window.toHours() : window.toMinutes());
    if (free == null)
      return new Note(length + ".none", List.of(network, sheet.account().displayName(), number), "");
    return new Note(length, List.of(network, sheet.account().displayName(), number,
        formats.dateTime(free, free)), free.atZone(me.zone()).toLocalDateTime().toString());
  }
}
