package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
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
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.Formats;
import fr.palabre.publishing.PostState;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
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
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final Clock clock;

  QuotaAdvice(QuotaForecast forecast, Proofs proofs, Publication publication,
      Deliveries deliveries, Accounts accounts, Clock clock) {
    this.forecast = forecast;
    this.proofs = proofs;
    this.publication = publication;
    this.deliveries = deliveries;
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

  /** The same of a content whose posts wait already, one note an account. */
  List<Note> waiting(Member me, ContentId content) {
    return publication.of(me.workspaceId(), content).stream()
        .filter(post -> post.state() == PostState.WAITING && !post.due().isBefore(clock.instant()))
        .flatMap(post -> note(me, post).stream())
        .toList();
  }

  @Override
  public void answered(Member me, ContentId content, Function<String, @Nullable String> fields) {
    // It advises; what is chosen is a date.
  }

  private Optional<Note> note(Member me, Sheet sheet, Instant at, List<UUID> own) {
    var acts = Stream.concat(sheet.parts().stream(), Stream.ofNullable(sheet.firstReply()))
        .<Act>map(Act.Publish::new).toList();
    return note(me, sheet.account(), acts, at, own);
  }

  private Optional<Note> note(Member me, ScheduledPost post) {
    var acts = deliveries.of(post.workspace(), post.id().messages()).stream()
        .filter(d -> d.state() == DeliveryState.WAITING).map(Delivery::act).toList();
    return note(me, accounts.account(post.workspace(), post.account()), acts, post.due(),
        List.of(post.id().value()));
  }

  private Optional<Note> note(Member me, ConnectedAccount account, List<Act> acts, Instant at,
      List<UUID> own) {
    return forecast.full(account, accounts.quotas(account), acts, at, own)
        .map(full -> note(me, account, full));
  }

  private Note note(Member me, ConnectedAccount account, Full full) {
    var formats = new Formats(me.locale(), me.zone());
    var window = full.rule().window();
    var network = accounts.connector(account.network()).name();
    var free = full.free();
    var length = "publishing.quota." + (window.toHours() >= 1 ? "hours" : "minutes");
    var number = formats.number(window.toHours() >= 1 ? window.toHours() : window.toMinutes());
    if (free == null)
      return new Note(length + ".none", List.of(network, account.displayName(), number), "", false);
    return new Note(length, List.of(network, account.displayName(), number,
        formats.dateTime(free, free)), free.atZone(me.zone()).toLocalDateTime().toString(), false);
  }
}
