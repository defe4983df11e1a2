package fr.palabre.platform.web;

import fr.palabre.platform.Ids;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a person sees when a page cannot be shown: what happened, what was kept, what to do. */
@Controller
class ErrorPages implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 409);

  @RequestMapping("/error")
  String error(HttpServletRequest request, HttpServletResponse response, Model model) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
        ? s : 404;
    var reference = Ids.next().toString().substring(24);
    if (status >= 500)
      log.error("Page failed, reference {}", reference,
          (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    response.setStatus(status);
    model.addAttribute("status", TOLD.contains(status) ? status : status < 500 ? 400 : 500);
    model.addAttribute("reference", reference);
    return "error/error";
  }
}
