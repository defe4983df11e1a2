package fr.palabre.identity.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/** Pages are each person's own: no shared cache keeps them, and a browser asks again. */
class PrivateCache implements HeaderWriter {
  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL))
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
