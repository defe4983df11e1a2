package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskySettings.ACCESS;
import static fr.palabre.network.connector.bluesky.BlueskySettings.APPVIEW;
import static fr.palabre.network.connector.bluesky.BlueskySettings.IDENTIFIER;
import static fr.palabre.network.connector.bluesky.BlueskySettings.MESSAGES;
import static fr.palabre.network.connector.bluesky.BlueskySettings.PASSWORD;
import static fr.palabre.network.connector.bluesky.BlueskySettings.REFRESH;
import static fr.palabre.network.connector.bluesky.BlueskySettings.SERVICE;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectResult.Refused;
import fr.palabre.network.Credentials;
import fr.palabre.network.Reading;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Conversations;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Profile;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Session;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.platform.secrets.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens an account with an app password, and keeps its session alive. */
final class BlueskyConnection {
  /** What an app password may lack, in the words of the screen where it is made. */
  private static final String DIRECT_MESSAGES = "direct messages";
  private final BlueskyApi api;
  private final BlueskyErrors errors;

  BlueskyConnection(BlueskyApi api, BlueskyErrors errors) {
    this.api = api;
    this.errors = errors;
  }

  ConnectResult connect(Map<String, String> form) {
    var service = address(form.get(SERVICE));
    var appview = address(form.get(APPVIEW));
    if (service.isEmpty()) return refused("address");
    if (!blank(form.get(APPVIEW)) && appview.isEmpty()) return refused("address");
    var identifier = identifier(form.getOrDefault(IDENTIFIER, ""), service.get());
    var password = form.getOrDefault(PASSWORD, "").strip();
    if (identifier.isEmpty() || password.isEmpty()) return refused("password");
    return switch (api.createSession(service.get(), identifier, password)) {
      case Ok<Session>(Session session) ->
          connected(service.get(), appview.orElse(null), session);
      case Answer.Refused<Session> refusal -> refused(refusal, service.get());
      case Answer<Session> _ -> refused("unreachable", service.get().getHost());
    };
  }

  /** Both tokens change; the one spent stays good for two hours, so a lost answer is no harm. */
  Reading<Credentials> refresh(AccountSession session) {
    var service = URI.create(session.account().setting(SERVICE));
    return errors.reading(
        api.refreshSession(service, session.credentials().reveal(REFRESH))
            .map(BlueskyConnection::credentials));
  }

  private ConnectResult connected(URI typed, @Nullable URI appview, Session session) {
    var token = Token.read(session.accessJwt());
    if (!token.isOfAppPassword()) {
      api.deleteSession(typed, session.refreshJwt());
      return refused("mainPassword");
    }
    if (Boolean.FALSE.equals(session.active())) return refused("inactive", session.handle());
    var access = new BlueskyAccess(
        null, home(session).orElse(typed), appview, session.did(), session.accessJwt());
    var profile = api.profile(access);
    if (appview != null && !(profile instanceof Ok<Profile>))
      return refused("appview", appview.getHost());
    var messages = token.opensMessages()
        && api.conversations(access, 1) instanceof Ok<Conversations>;
    return connected(access, session, profile, messages,
        token.opensMessages() ? Set.of() : Set.of(DIRECT_MESSAGES));
  }

  private static Connected connected(
      BlueskyAccess access, Session session, Answer<Profile> answer, boolean messages,
      Set<String> missing) {
    var settings = new HashMap<String, String>();
    settings.put(SERVICE, access.service().toString());
    settings.put(MESSAGES, String.valueOf(messages));
    if (access.appview() != null) settings.put(APPVIEW, access.appview().toString());
    var profile = answer instanceof Ok<Profile>(Profile it) ? it : null;
    var name = profile == null ? null : profile.displayName();
    return new Connected(
        session.did(), session.handle(),
        blank(name) ? session.handle() : Objects.requireNonNull(name),
        profile == null ? null : profile.avatar(), settings, credentials(session), missing);
  }

  private static Credentials credentials(Session session) {
    return new Credentials(
        Map.of(ACCESS, new Secret(session.accessJwt()), REFRESH, new Secret(session.refreshJwt())),
        Token.read(session.accessJwt()).expiresAt());
  }

  // A common front (bsky.social) opens the session; the account lives on the server that its
  // identity names.
  private static Optional<URI> home(Session session) {
    var document = session.didDoc();
    if (document == null || document.service() == null) return Optional.empty();
    return document.service().stream()
        .filter(it -> it.id().endsWith("#atproto_pds"))
        .flatMap(it -> address(it.serviceEndpoint().asString("")).stream())
        .findFirst();
  }

  private static ConnectResult refused(Answer.Refused<Session> refusal, URI service) {
    return switch (refusal.code()) {
      case "AuthenticationRequired", "InvalidRequest" -> refused("password");
      case "AuthFactorTokenRequired" -> refused("mainPassword");
      case "AccountTakedown", "AccountSuspended" -> refused("takedown");
      case "RateLimitExceeded" -> refused("throttled");
      default -> refused("server", service.getHost(), refusal.code());
    };
  }

  private static Refused refused(String reason, String... arguments) {
    return new Refused("network.bluesky.refused." + reason, List.of(arguments));
  }

  // ---- what a person types

  private static String identifier(String typed, URI service) {
    var clean = typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    var isWhole = clean.contains(".") || clean.contains("@") || clean.startsWith("did:");
    return isWhole || clean.isEmpty() ? clean : clean + "." + service.getHost();
  }

  private static Optional<URI> address(@Nullable String typed) {
    if (typed == null || typed.isBlank()) return Optional.empty();
    var clean = typed.strip().replaceFirst("/+$", "");
    try {
      var uri = URI.create(clean.contains("://") ? clean : "https://" + clean);
      return uri.getHost() == null || !uri.getScheme().matches("https?")
          ? Optional.empty()
          : Optional.of(URI.create(uri.getScheme() + "://" + uri.getAuthority()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
