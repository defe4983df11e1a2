package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Settlement;
import fr.palabre.network.Settlement.Absent;
import fr.palabre.network.Settlement.CannotTell;
import fr.palabre.network.Settlement.Found;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.NotSent;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.Answer.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a post whose call was lost among the account's own, by its words and its moment: the server
 * cannot be asked for a key.
 */
final class MastodonSettling {
  // The server's clock may be behind ours, and the call may have left a little before it was noted.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
  // A call may still wait at the server this long after it left us.
  private static final Duration IN_FLIGHT = Duration.ofMinutes(2);
  private static final int PAGES = 5;
  private final MastodonApi api;
  private final Clock clock;

  MastodonSettling(MastodonApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  Settlement settle(AccountSession session, PostDraft draft, Instant submittedAt) {
    var access = MastodonAccess.of(session);
    // What comes after the list was asked for is not in it, however late the list is heard.
    var askedAt = clock.instant();
    var since = submittedAt.minus(CLOCKS_APART);
    var to = draft.replyTo();
    // Some servers leave private messages out of the account's list, none out of their thread.
    var own = to != null && to.direct()
        ? since(session, since).then(list -> api.context(access, to.parentId())
            .map(context -> with(list, context.descendants(), session, since)))
        : since(session, since);
    return switch (own) {
      case Ok<List<Status>>(List<Status> statuses) -> settle(draft, statuses, submittedAt, askedAt);
      case Refused<List<Status>> refused -> new CannotTell(refused.words());
      case NotSent<List<Status>>(String cause) -> new CannotTell(cause);
      case Unknown<List<Status>>(String cause) -> new CannotTell(cause);
    };
  }

  private static Settlement settle(PostDraft draft, List<Status> statuses, Instant submittedAt,
      Instant askedAt) {
    var parent = draft.replyTo() == null ? null : draft.replyTo().parentId();
    var candidates = statuses.stream()
        .filter(it -> Objects.equals(it.inReplyToId(), parent)).toList();
    for (var status : candidates)
      if (Likeness.between(draft, status) == Likeness.SAME)
        return new Found(status.id(), MastodonPosts.permalink(status));
    if (candidates.stream().anyMatch(it -> Likeness.between(draft, it) == Likeness.ALIKE))
      return new CannotTell("a post much like it stands on the account");
    return askedAt.isBefore(submittedAt.plus(IN_FLIGHT))
        ? new CannotTell("too early: the call may still arrive")
        : new Absent();
  }

  /** Ours since then, newest first; not an answer unless the list reaches back that far. */
  private Answer<List<Status>> since(AccountSession session, Instant since) {
    var access = MastodonAccess.of(session);
    var account = session.account().setting(MastodonSettings.ID);
    var all = new ArrayList<Status>();
    for (int page = 0; page < PAGES; page++) {
      var read = api.ownStatuses(access, account, all.isEmpty() ? null : all.getLast().id());
      if (!(read instanceof Ok<List<Status>>(List<Status> statuses))) return read;
      all.addAll(statuses);
      if (statuses.isEmpty() || statuses.getLast().createdAt().isBefore(since))
        return new Ok<>(all.stream().filter(it -> !it.createdAt().isBefore(since)).toList());
    }
    return new Unknown<>("too much was posted since");
  }

  private static List<Status> with(List<Status> own, @Nullable List<Status> thread,
      AccountSession session, Instant since) {
    var all = new ArrayList<>(own);
    for (var status : Objects.requireNonNullElse(thread, List.<Status>of()))
      if (status.account() != null && !status.createdAt().isBefore(since)
          && status.account().id().equals(session.account().setting(MastodonSettings.ID)))
        all.add(status);
    return all;
  }
}
