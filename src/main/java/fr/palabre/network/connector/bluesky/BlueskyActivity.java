package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import fr.palabre.network.AccountSession;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Notifications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened on an account since we last looked. The network lists notifications from the newest
 * back, so each look walks down to where the last one began; the first takes the newest page only.
 */
final class BlueskyActivity {
  // A notification is dated by its author's clock when that is behind: look again a little lower.
  private static final Duration LATECOMERS = Duration.ofHours(1);
  private final BlueskyApi api;
  private final BlueskyErrors errors;
  private final BlueskyChat chat;

  BlueskyActivity(BlueskyApi api, BlueskyErrors errors, BlueskyChat chat) {
    this.api = api;
    this.errors = errors;
    this.chat = chat;
  }

  /**
   * @param since newest notification of the last complete look; null before the first
   * @param newest newest one of the look that is going on
   * @param page where that look has come to; null if none is going on
   * @param log where the log of private messages was left
   */
  record Cursor(
      @Nullable Instant since,
      @Nullable Instant newest,
      @Nullable String page,
      @Nullable String log) {
    static Cursor read(@Nullable String text) {
      return text == null
          ? new Cursor(null, null, null, null) : JSON.readValue(text, Cursor.class);
    }
  }

  Reading<ActivityPage> activity(AccountSession session, @Nullable String text) {
    var cursor = Cursor.read(text);
    return errors.reading(api.notifications(BlueskyAccess.of(session), cursor.page()))
        .map(found -> page(session, cursor, found));
  }

  private ActivityPage page(AccountSession session, Cursor cursor, Notifications found) {
    var fresh = found.notifications().stream().filter(it -> isFresh(it, cursor.since())).toList();
    var newest = Optional.ofNullable(cursor.newest())
        .or(() -> found.notifications().stream().findFirst().map(BlueskyActivity::at))
        .orElse(cursor.since());
    var events = new ArrayList<>(fresh.reversed().stream().map(BlueskyActivity::event).toList());
    var below = cursor.since() != null && fresh.size() == found.notifications().size()
        ? found.cursor() : null;
    if (below != null)
      return page(events, new Cursor(cursor.since(), newest, below, cursor.log()), true);
    var messages = chat.read(session, cursor.log());
    events.addAll(messages.events());
    return page(events, new Cursor(newest, null, null, messages.log()), false);
  }

  private static ActivityPage page(List<RawEvent> events, Cursor cursor, boolean more) {
    return new ActivityPage(events, JSON.writeValueAsString(cursor), more);
  }

  private static boolean isFresh(JsonNode notification, @Nullable Instant since) {
    return since == null || at(notification).isAfter(since.minus(LATECOMERS));
  }

  private static Instant at(JsonNode notification) {
    return Instant.parse(notification.path("indexedAt").asString());
  }

  private static RawEvent event(JsonNode notification) {
    return new RawEvent(notification.path("uri").asString(), "", notification.toString());
  }
}
