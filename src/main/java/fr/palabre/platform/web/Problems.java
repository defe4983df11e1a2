package fr.palabre.platform.web;

import fr.palabre.platform.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers when it cannot do what was asked (RFC 9457), in the caller's language. */
@Component
public class Problems {
  private static final Map<Integer, String> CODES = Map.ofEntries(
      Map.entry(400, "bad-request"), Map.entry(401, "unauthenticated"),
      Map.entry(403, "forbidden"), Map.entry(404, "not-found"),
      Map.entry(405, "method-not-allowed"), Map.entry(406, "not-acceptable"),
      Map.entry(409, "conflict"), Map.entry(412, "changed-since"),
      Map.entry(413, "too-large"), Map.entry(415, "unsupported-type"),
      Map.entry(422, "invalid"), Map.entry(428, "precondition-required"),
      Map.entry(429, "too-many-requests"), Map.entry(503, "unavailable"));
  private final Pages pages;
  private final JsonMapper json;

  Problems(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  /** The problem of a status; {@code code} is stable, title and detail are for people. */
  public ProblemDetail of(HttpStatusCode status, HttpServletRequest request) {
    var code = CODES.getOrDefault(status.value(), status.value() < 500 ? "bad-request" : "failed");
    var page = pages.of(request);
    var problem = ProblemDetail.forStatus(status);
    problem.setTitle(page.t("problem." + code));
    problem.setDetail(page.t("problem." + code + ".detail"));
    problem.setProperty("code", code);
    return problem;
  }

  /** The problem of a refusal, with the words of its code. */
  public ProblemDetail of(Refusal refusal, HttpServletRequest request) {
    var problem = of(refusal.status(), request);
    problem.setDetail(pages.of(request).t("problem." + refusal.code() + ".detail"));
    problem.setProperty("code", refusal.code());
    refusal.more().forEach(problem::setProperty);
    return problem;
  }

  public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(of(refusal, request), response);
  }

  /** Writes the problem where no handler answers: in a filter, or for an unknown address. */
  public void write(HttpStatusCode status, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    write(of(status, request), response);
  }

  void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
