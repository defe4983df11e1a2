package fr.palabre.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What one sees when an answer cannot be given: what happened, what was kept, what to do. */
@Controller
class ErrorPages implements ErrorController {
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 409, 413, 429);
  private final Problems problems;
  private final Failures failures;

  ErrorPages(Problems problems, Failures failures) {
    this.problems = problems;
    this.failures = failures;
  }

  @RequestMapping("/error")
  @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
        ? s : 404;
    var reference = status < 500 ? "" : failures.told(
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    if (ofTheApi(request)) return problem(status, reference, request, response);
    response.setStatus(status);
    model.addAttribute("kind", kind(status, request)).addAttribute("reference", reference);
    return "error/error";
  }

  private static String kind(int status, HttpServletRequest request) {
    if (request.getAttribute(Pages.EXPIRED_FORM) != null) return "expired";
    return String.valueOf(TOLD.contains(status) ? status : status < 500 ? 400 : 500);
  }

  private @Nullable String problem(int status, String reference, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    var problem = problems.of(HttpStatusCode.valueOf(status), request);
    if (!reference.isEmpty()) problem.setProperty("reference", reference);
    problems.write(problem, response);
    return null;
  }

  private static boolean ofTheApi(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .startsWith("/api/");
  }
}
