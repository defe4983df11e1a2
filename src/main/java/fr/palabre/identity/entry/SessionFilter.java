package fr.palabre.identity.entry;

import fr.palabre.identity.User;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who asks from the session's cookie, and their part in the brand of the address. */
class SessionFilter extends OncePerRequestFilter {
  /** A person's own pages, which keep the frame of the brand one comes from. */
  private static final Set<String> OF_NO_BRAND = Set.of("compte", "marques");
  private final SessionStore sessions;
  private final Clock clock;

  SessionFilter(SessionStore sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/static/") || path.startsWith("/webjars/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    var token = SessionCookie.session(request);
    if (token != null)
      sessions.authenticated(token, brandOf(request), clock.instant())
          .ifPresent(found -> signIn(request, response, found));
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static void signIn(HttpServletRequest request, HttpServletResponse response,
      SessionStore.Authenticated found) {
    var member = found.member();
    if (member != null) SessionCookie.rememberBrand(request, response, member.tenantPath());
    request.setAttribute(Pages.VIEWER, member == null ? found.user() : member);
    request.setAttribute(User.class.getName(), found.user());
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(found.user(), null, List.of()));
  }

  /** First segment of the address; on a person's own pages, the brand they come from. */
  private static String brandOf(HttpServletRequest request) {
    var path = request.getRequestURI();
    var end = path.indexOf('/', 1);
    var first = path.length() < 2 ? "" : path.substring(1, end < 0 ? path.length() : end);
    var last = OF_NO_BRAND.contains(first) ? SessionCookie.brand(request) : first;
    return last == null ? "" : last;
  }
}
