package fr.palabre.identity.entry;

import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A form that came too late, or from another site, is told apart from a missing permission. */
class ExpiredForm implements AccessDeniedHandler {
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response,
      AccessDeniedException refusal) throws IOException {
    if (refusal instanceof CsrfException) request.setAttribute(Pages.EXPIRED_FORM, true);
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
