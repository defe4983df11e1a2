package fr.palabre.identity.entry;

import fr.palabre.identity.User;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.api.ApiCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who calls the API from their token alone: a browser's cookie opens nothing here. */
class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final String ROOT = "/api/v1/";
  private final Bearers bearers;
  private final Clock clock;

  BearerFilter(Bearers bearers, Clock clock) {
    this.bearers = bearers;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
      bearers.bearer(header.substring(SCHEME.length()).strip(), brandOf(request), clock.instant())
          .ifPresent(bearer -> accept(request, bearer));
    chain.doFilter(request, response);
  }

  private static void accept(HttpServletRequest request, Bearers.Bearer bearer) {
    var member = bearer.member();
    request.setAttribute(Pages.VIEWER, member == null ? bearer.user() : member);
    request.setAttribute(User.class.getName(), bearer.user());
    request.setAttribute(ApiCaller.TOKEN, bearer.token());
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(bearer.user(), null, List.of()));
  }

  private static String brandOf(HttpServletRequest request) {
    var path = request.getRequestURI();
    if (!path.startsWith(ROOT)) return "";
    var end = path.indexOf('/', ROOT.length());
    return path.substring(ROOT.length(), end < 0 ? path.length() : end);
  }
}
