package fr.palabre.identity.entry;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as far as it says. */
public record Visitor(String address, String agent) {
  public static Visitor of(HttpServletRequest request) {
    var agent = request.getHeader("User-Agent");
    return new Visitor(request.getRemoteAddr(), agent == null ? "" : agent);
  }
}
