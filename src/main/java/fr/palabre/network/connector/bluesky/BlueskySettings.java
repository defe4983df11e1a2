package fr.palabre.network.connector.bluesky;

import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectField.Kind;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.Limits.ImageRules;
import java.util.List;
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
