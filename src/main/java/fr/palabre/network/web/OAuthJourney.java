package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.network.Authorizations;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.network.ConnectsByOAuth.Authorization;
import fr.palabre.platform.PalabreSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** The way to a network's own page and back, and what proves that the same browser came back. */
@Component
class OAuthJourney {
  static final String RETURN = "/reseaux/retour";
  private static final String COOKIE = "palabre_connexion";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private final Authorizations authorizations;
  private final PalabreSettings settings;

  OAuthJourney(Authorizations authorizations, PalabreSettings settings) {
    this.authorizations = authorizations;
    this.settings = settings;
  }

  Authorization begin(Member me, ConnectsByOAuth connector, Map<String, String> typed,
      HttpServletRequest request, HttpServletResponse response) {
    var state = authorizations.newState(me.workspaceId());
    var begun = connector.begin(typed, redirect(), state);
    if (begun instanceof Authorization.GoTo go) {
      var browser = authorizations.newBrowserSecret();
      authorizations.keep(
          me.workspaceId(), me.user(), connector.id(), state, browser, go.memory());
      set(request, response, browser, PATIENCE);
    }
    return begun;
  }

  /** The secret this browser left with, which is then forgotten; empty if it never left. */
  String cameBack(HttpServletRequest request, HttpServletResponse response) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    set(request, response, "", Duration.ZERO);
    return cookie == null ? "" : cookie.getValue();
  }

  /** Where networks send people back: the same for all brands, since networks compare it whole. */
  URI redirect() {
    @Nullable URI house = settings.publicUrl();
    return house != null
        ? URI.create(house.toString().replaceFirst("/+$", "") + RETURN)
        : ServletUriComponentsBuilder.fromCurrentContextPath().path(RETURN).build().toUri();
  }

  private static void set(HttpServletRequest request, HttpServletResponse response, String value,
      Duration age) {
    // Lax: it must come along when the network sends the person back.
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path(RETURN)
        .maxAge(age).httpOnly(true).sameSite("Lax").secure(request.isSecure()).build().toString());
  }
}
