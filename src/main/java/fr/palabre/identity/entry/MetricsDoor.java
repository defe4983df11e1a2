package fr.palabre.identity.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Metrics are for this machine itself, or for whoever has their token. */
@Component
class MetricsDoor implements AuthorizationManager<RequestAuthorizationContext> {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private final byte[] expected;

  MetricsDoor(@Value("${palabre.metrics-token:}") String token) {
    this.expected = (token.isBlank() ? "" : "Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> who,
      RequestAuthorizationContext context) {
    var request = context.getRequest();
    return new AuthorizationDecision(hasToken(request) || fromHere(request));
  }

  private boolean hasToken(HttpServletRequest request) {
    var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    return expected.length > 0 && sent != null
        && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected);
  }

  /** A proxy on this machine speaks for others: what it forwards does not come from here. */
  private static boolean fromHere(HttpServletRequest request) {
    return LOOPBACK.contains(request.getRemoteAddr())
        && request.getAttribute(ForwardedMark.FORWARDED) == null;
  }
}
