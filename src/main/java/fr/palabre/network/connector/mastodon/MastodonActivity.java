package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonApi.JSON;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import fr.palabre.network.AccountSession;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened on an account since we last looked: its notifications, walked forward from the last
 * one known; the first look takes the newest page only. The network tells nobody that a message was
 * changed or taken back, so now and then the latest ones are looked at again.
 */
final class MastodonActivity {
  static final Duration LOOKED_AGAIN_EACH = Duration.ofMinutes(10);
  private static final Set<String> MESSAGES = Set.of("mention", "quote");
  // Ids are numbers written as text: the longer is the later, then the greater.
  private static final Comparator<String> BY_ID =
      comparingInt(String::length).thenComparing(Comparator.naturalOrder());
  private final MastodonApi api;
  private final MastodonErrors errors;
  private final SecondLook secondLook;
  private final ServerRules rules;
  private final Clock clock;

  MastodonActivity(MastodonApi api, MastodonErrors errors, ServerRules rules, Clock clock) {
    this.api = api;
    this.errors = errors;
    this.secondLook = new SecondLook(api, clock);
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param since newest notification known; null before the first
   * @param lookedAgainAt when the latest messages were last looked at again; null before the first
   * @param watched those messages by id, each with when it was changed; empty if it never was
   */
  record Cursor(
      @Nullable String since, @Nullable Instant lookedAgainAt, Map<String, String> watched) {

    static Cursor read(@Nullable String text) {
      return text == null ? new Cursor(null, null, Map.of()) : JSON.readValue(text, Cursor.class);
    }
  }

  Reading<ActivityPage> activity(AccountSession session, @Nullable String text) {
    var cursor = Cursor.read(text);
    return errors.reading(api.notifications(MastodonAccess.of(session), cursor.since()))
        .map(found -> page(session, cursor, found));
  }

  private ActivityPage page(AccountSession session, Cursor cursor, List<JsonNode> found) {
    found.sort(comparing(MastodonActivity::id, BY_ID));
    var events = new ArrayList<RawEvent>();
    var watched = new HashMap<>(cursor.watched());
    for (var notification : found) {
      events.add(new RawEvent(id(notification), "", notification.toString()));
      message(notification).ifPresent(it -> watched.put(id(it), SecondLook.changed(it)));
    }
    var since = found.isEmpty() ? cursor.since() : id(found.getLast());
    var more = cursor.since() != null && found.size() >= MastodonApi.NOTIFICATIONS;
    keepLatest(watched);
    var lookedAgainAt = Objects.requireNonNullElse(cursor.lookedAgainAt(), clock.instant());
    if (more || clock.instant().isBefore(lookedAgainAt.plus(LOOKED_AGAIN_EACH)))
      return page(events, new Cursor(since, lookedAgainAt, watched), more);
    rules.refresh(session);
    events.addAll(secondLook.at(MastodonAccess.of(session), watched));
    return page(events, new Cursor(since, clock.instant(), watched), false);
  }

  private static ActivityPage page(List<RawEvent> events, Cursor cursor, boolean more) {
    return new ActivityPage(events, JSON.writeValueAsString(cursor), more);
  }

  private static Optional<JsonNode> message(JsonNode notification) {
    return Optional.of(notification.path("status"))
        .filter(it -> MESSAGES.contains(notification.path("type").asString("")))
        .filter(it -> it.path("id").isString());
  }

  private static void keepLatest(Map<String, String> watched) {
    watched.keySet().stream().sorted(BY_ID.reversed()).skip(MastodonApi.IDS).toList()
        .forEach(watched::remove);
  }

  private static String id(JsonNode node) {
    return node.path("id").asString("");
  }
}
