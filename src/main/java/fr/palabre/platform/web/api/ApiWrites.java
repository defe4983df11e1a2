package fr.palabre.platform.web.api;

import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Problems;
import fr.palabre.platform.web.Viewer;
import fr.palabre.platform.web.api.FirstAnswers.Answer;
import fr.palabre.platform.web.api.FirstAnswers.Key;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Each write of the API is one transaction: what is not answered by a success has not happened. A
 * write that carries an {@code Idempotency-Key} happens once, and its first answer is given again
 * to whoever sends the same.
 */
@Component
class ApiWrites extends OncePerRequestFilter {
  private static final String ROOT = "/api/v1/";
  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int LONGEST_BODY = 60_000_000;
  private final FirstAnswers answers;
  private final Problems problems;
  private final TransactionTemplate transactions;

  ApiWrites(FirstAnswers answers, Problems problems, PlatformTransactionManager manager) {
    this.answers = answers;
    this.problems = problems;
    this.transactions = new TransactionTemplate(manager);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(ROOT) || READS.contains(request.getMethod())
        || tenant(request) == null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    var tenant = Objects.requireNonNull(tenant(request));
    var answer = new ContentCachingResponseWrapper(response);
    try {
      RowScope.bound(tenant, () -> transactions.execute(transaction -> {
        write(request, answer, chain, tenant);
        if (!done(answer)) transaction.setRollbackOnly();
        return true;
      }));
    } catch (Broken broken) {
      throw broken.asThrown();
    }
    answer.copyBodyToResponse();
  }

  private void write(HttpServletRequest request, ContentCachingResponseWrapper answer,
      FilterChain chain, UUID tenant) {
    try {
      var token = (UUID) request.getAttribute(ApiCaller.TOKEN);
      if (request.getHeader(KEY) == null || token == null) chain.doFilter(request, answer);
      else once(request, answer, chain, tenant, token);
    } catch (ServletException e) {
      throw new Broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void once(HttpServletRequest request, ContentCachingResponseWrapper answer,
      FilterChain chain, UUID tenant, UUID token) throws ServletException, IOException {
    var text = request.getHeader(KEY);
    if (!text.matches("[\\x20-\\x7e]{1,255}")) {
      problems.write(Refusal.unreadable("bad-key"), request, answer);
      return;
    }
    var body = request.getInputStream().readNBytes(LONGEST_BODY);
    var key = new Key(tenant, token, text, hash(request, body));
    var first = answers.claim(key);
    if (first.isPresent()) {
      repeat(first.get(), key, request, answer);
      return;
    }
    chain.doFilter(new ReplayableBody(request, body), answer);
    if (done(answer)) answers.keep(key, answer);
  }

  private void repeat(Answer first, Key key, HttpServletRequest request,
      HttpServletResponse answer) throws IOException {
    if (!first.to(key)) {
      problems.write(Refusal.invalid("key-reused"), request, answer);
      return;
    }
    answer.setStatus(first.status());
    answer.setHeader(REPLAYED, "true");
    header(answer, HttpHeaders.CONTENT_TYPE, first.type());
    header(answer, HttpHeaders.LOCATION, first.location());
    header(answer, HttpHeaders.ETAG, first.etag());
    answer.getOutputStream().write(first.body());
  }

  private static void header(HttpServletResponse answer, String name, @Nullable String value) {
    if (value != null) answer.setHeader(name, value);
  }

  private static boolean done(HttpServletResponse answer) {
    return answer.getStatus() < 300;
  }

  private static byte[] hash(HttpServletRequest request, byte[] body) {
    var asked = request.getMethod() + "\n" + request.getRequestURI() + "\n"
        + request.getQueryString() + "\n" + request.getHeader(HttpHeaders.IF_MATCH);
    return Digest.sha256(asked.getBytes(StandardCharsets.UTF_8), body);
  }

  private static @Nullable UUID tenant(HttpServletRequest request) {
    return request.getAttribute(Pages.VIEWER) instanceof Viewer viewer ? viewer.tenant() : null;
  }

  /** Carries a checked failure out of the transaction. */
  private static final class Broken extends RuntimeException {
    private final ServletException thrown;

    Broken(ServletException thrown) {
      super(thrown);
      this.thrown = thrown;
    }

    ServletException asThrown() {
      return thrown;
    }
  }
}
