package fr.palabre.identity.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows a stranger to the sign-in page, and remembers where they were going. */
class SignInDoor implements AuthenticationEntryPoint {
  private static final String PAGE = "/connexion";

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response,
      AuthenticationException stranger) throws IOException {
    if (request.getHeader("HX-Request") != null) {
      // A fragment cannot hold the sign-in page: htmx is told to leave for it.
      response.setHeader("HX-Redirect", PAGE);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    response.sendRedirect(address(request));
  }

  private static String address(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) return PAGE;
    var query = request.getQueryString();
    var going = request.getRequestURI() + (query == null ? "" : "?" + query);
    return UriComponentsBuilder.fromPath(PAGE).queryParam("retour", "{going}")
        .encode().buildAndExpand(going).toUriString();
  }
}
