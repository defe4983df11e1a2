package fr.palabre.network.connector.bluesky;

import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectField.Kind;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.Limits.ImageRules;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is typed to connect, what is kept of an account, and what the network accepts. */
final class BlueskySettings {
  /** Address of the account's personal data server. */
  static final String SERVICE = "service";
  /** Address of the AppView that answers public reads; absent: the server passes them on. */
  static final String APPVIEW = "appview";
  static final String IDENTIFIER = "identifier";
  static final String PASSWORD = "password";
  /** "true" if private messages can be read and sent. */
  static final String MESSAGES = "messages";
  /** Secrets. */
  static final String ACCESS = "accessJwt";
  static final String REFRESH = "refreshJwt";

  static final List<ConnectField> FIELDS = List.of(
      new ConnectField(IDENTIFIER, Kind.TEXT, "", true),
      new ConnectField(PASSWORD, Kind.SECRET, "", true),
      new ConnectField(SERVICE, Kind.ADDRESS, "https://bsky.social", true),
      new ConnectField(APPVIEW, Kind.ADDRESS, "", false));

  // Lexicons app.bsky.feed.post and app.bsky.embed.images, checked 2026-11-21; each figure is
  // confirmed by a recorded refusal. The text alternative has no limit there: the official
  // application's own is kept.
  // Points for changes by the hour and by the day: 3 to create, 2 to update, 1 to delete
  // (docs.bsky.app/docs/advanced-guides/rate-limits, checked 2026-11-21). Images are no records.
  private static final Map<Spending, Integer> POINTS = Map.of(
      Spending.PUBLISH, 3, Spending.LIKE, 3, Spending.EDIT, 2, Spending.DELETE, 1,
      Spending.UNLIKE, 1);
  static final List<QuotaRule> QUOTAS = List.of(
      new QuotaRule("changes-hour", 5_000, Duration.ofHours(1), POINTS),
      new QuotaRule("changes-day", 35_000, Duration.ofDays(1), POINTS),
      new QuotaRule("calls", 3_000, Duration.ofMinutes(5), Map.of(
          Spending.PUBLISH, 1, Spending.IMAGE, 1, Spending.LIKE, 1, Spending.EDIT, 1,
          Spending.DELETE, 1, Spending.UNLIKE, 1)));

  static final Limits LIMITS = new Limits(
      300, Limits.Unit.GRAPHEMES, 3_000, null, false,
      new ImageRules(4, 2_000_000, null,
          List.of("image/jpeg", "image/png", "image/webp"), 2_000),
      false, Set.of(), true);

  private BlueskySettings() {}

  static boolean hasMessages(ConnectedAccount account) {
    return "true".equals(account.settings().get(MESSAGES));
  }
}
