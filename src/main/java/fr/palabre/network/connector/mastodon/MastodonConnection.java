package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonSettings.CLIENT_ID;
import static fr.palabre.network.connector.mastodon.MastodonSettings.CLIENT_SECRET;
import static fr.palabre.network.connector.mastodon.MastodonSettings.DOMAIN;
import static fr.palabre.network.connector.mastodon.MastodonSettings.ID;
import static fr.palabre.network.connector.mastodon.MastodonSettings.SERVER;
import static fr.palabre.network.connector.mastodon.MastodonSettings.TOKEN;

import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectsByOAuth.Authorization;
import fr.palabre.network.ConnectsByOAuth.Authorization.GoTo;
import fr.palabre.network.ConnectsByOAuth.Authorization.Impossible;
import fr.palabre.network.Credentials;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Account;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Metadata;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Token;
import fr.palabre.network.connector.mastodon.Registrations.Registered;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.platform.secrets.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a person to their server to say yes, and takes up what they bring back. */
final class MastodonConnection {
  private static final String SCOPES = "scopes";
  private static final String VERIFIER = "verifier";
  private static final String REASON = "network.mastodon.refused.";
  private static final int THROTTLED = 429;
  private final MastodonApi api;
  private final Registrations registrations;
  private final ServerRules rules;
  private final Clock clock;

  MastodonConnection(MastodonApi api, ServerRules rules, Clock clock) {
    this.api = api;
    this.registrations = new Registrations(api, clock);
    this.rules = rules;
    this.clock = clock;
  }

  Authorization begin(Map<String, String> form, URI redirect, String state) {
    var server = server(form.get(SERVER));
    if (server.isEmpty()) return new Impossible(REASON + "address", List.of());
    var metadata = api.metadata(server.get()) instanceof Ok<Metadata>(Metadata it) ? it : null;
    return switch (registrations.on(server.get(), redirect, Scopes.small(metadata))) {
      case Ok<Registered>(Registered here) -> goTo(server.get(), metadata, here, redirect, state);
      case Answer<Registered> no -> {
        var why = refused(no, server.get());
        yield new Impossible(why.messageKey(), why.arguments());
      }
    };
  }

  ConnectResult complete(Map<String, String> memory, String code, URI redirect) {
    var server = URI.create(memory.getOrDefault(SERVER, ""));
    var form = new Form().add("grant_type", "authorization_code").add("code", code)
        .add("client_id", memory.getOrDefault(CLIENT_ID, ""))
        .add("client_secret", memory.getOrDefault(CLIENT_SECRET, ""))
        .add("redirect_uri", redirect.toString());
    if (memory.containsKey(VERIFIER)) form.add("code_verifier", memory.get(VERIFIER));
    return switch (api.token(server, form)) {
      case Ok<Token>(Token token) -> account(server, memory, token);
      case Answer.Refused<Token> refused when refused.words().startsWith("invalid_") -> {
        registrations.forget(server, redirect);
        yield new ConnectResult.Refused(REASON + "code", List.of(server.getHost()));
      }
      case Answer<Token> no -> refused(no, server);
    };
  }

  private static GoTo goTo(URI server, @Nullable Metadata metadata, Registered here, URI redirect,
      String state) {
    var memory = new HashMap<String, String>();
    memory.put(SERVER, server.toString());
    memory.put(SCOPES, here.scopes());
    memory.put(CLIENT_ID, here.application().clientId());
    memory.put(CLIENT_SECRET, here.application().clientSecret());
    // The person chooses the brand's account, not the one their browser happens to be in.
    var form = new Form().add("response_type", "code")
        .add("client_id", here.application().clientId())
        .add("redirect_uri", redirect.toString())
        .add("scope", here.scopes()).add("state", state).add("force_login", "true");
    if (Proof.isOffered(metadata)) {
      var verifier = Proof.newVerifier();
      memory.put(VERIFIER, verifier);
      form.add("code_challenge", Proof.challenge(verifier)).add("code_challenge_method", "S256");
    }
    return new GoTo(server.resolve("/oauth/authorize?" + form), memory);
  }

  private ConnectResult account(URI server, Map<String, String> memory, Token token) {
    var access = new MastodonAccess(null, server, token.accessToken());
    var account = api.account(access);
    if (!(account instanceof Ok<Account>(Account found))) return refused(account, server);
    return switch (rules.read(access)) {
      case Ok<Map<String, String>>(Map<String, String> said) ->
          connected(server, memory, token, found, said);
      case Answer<Map<String, String>> no -> refused(no, server);
    };
  }

  private Connected connected(URI server, Map<String, String> memory, Token token, Account account,
      Map<String, String> said) {
    var settings = new HashMap<>(said);
    settings.put(SERVER, server.toString());
    settings.put(ID, account.id());
    settings.putIfAbsent(DOMAIN, server.getHost());
    var handle = Person.handle(account.acct(), Objects.requireNonNull(settings.get(DOMAIN)));
    var secrets = Map.of(
        TOKEN, new Secret(token.accessToken()),
        CLIENT_ID, new Secret(memory.getOrDefault(CLIENT_ID, "")),
        CLIENT_SECRET, new Secret(memory.getOrDefault(CLIENT_SECRET, "")));
    // Mastodon's tokens have no end; other servers may give one.
    var ends = token.expiresIn() == null
        ? null : clock.instant().plusSeconds(token.expiresIn());
    return new Connected(Person.id(handle), handle, Person.name(account), account.avatarStatic(),
        settings, new Credentials(secrets, ends),
        Scopes.missing(memory.getOrDefault(SCOPES, Scopes.LARGE), token.scope()));
  }

  private static ConnectResult.Refused refused(Answer<?> answer, URI server) {
    return switch (answer) {
      case Answer.Refused<?> refused when refused.status() == THROTTLED ->
          refused("throttled", server);
      case Answer.Refused<?> refused -> new ConnectResult.Refused(
          REASON + "server", List.of(server.getHost(), refused.words()));
      case Answer.Unknown<?> unknown when unknown.cause().startsWith("answer is not") ->
          new ConnectResult.Refused(REASON + "server", List.of(server.getHost(), unknown.cause()));
      case Answer<?> _ -> refused("unreachable", server);
    };
  }

  private static ConnectResult.Refused refused(String reason, URI server) {
    return new ConnectResult.Refused(REASON + reason, List.of(server.getHost()));
  }

  // People know their server by its name, its address, or the end of their handle.
  private static Optional<URI> server(@Nullable String typed) {
    if (typed == null || typed.isBlank()) return Optional.empty();
    var name = typed.strip().replaceFirst("^@?[\\w.-]+@", "");
    try {
      var uri = URI.create(name.contains("://") ? name : "https://" + name);
      return uri.getHost() == null || !uri.getScheme().matches("https?")
          ? Optional.empty()
          : Optional.of(URI.create(uri.getScheme() + "://" + uri.getAuthority()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
