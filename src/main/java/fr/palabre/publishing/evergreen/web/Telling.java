package fr.palabre.publishing.evergreen.web;

import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Goes on to a page of the queues, and says once what came of an act. */
@Component
class Telling {
  private final Pages pages;
  private final Toasts toasts;

  Telling(Pages pages, Toasts toasts) {
    this.pages = pages;
    this.toasts = toasts;
  }

  String done(String key, String below, HttpServletRequest request,
      HttpServletResponse response) {
    return told(pages.of(request), Toast.done(pages.of(request).t(key)), below, request, response);
  }

  String failed(String key, String below, HttpServletRequest request,
      HttpServletResponse response) {
    return told(pages.of(request), Toast.failed(pages.of(request).t(key)), below, request,
        response);
  }

  String told(Page page, Toast toast, String below, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, toast);
    return "redirect:" + page.to("intemporels" + below);
  }
}
