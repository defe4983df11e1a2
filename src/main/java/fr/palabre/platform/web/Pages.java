package fr.palabre.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
  /** Request attribute under which the floor finds who looks. */
  public static final String VIEWER = Viewer.class.getName();

  /** Request attribute set where a form is refused because it came too late, or from elsewhere. */
  public static final String EXPIRED_FORM = Pages.class.getName() + ".expired";

  private final Words words;
  private final Clock clock;
  private final Assets assets;
  private final FrameDesk desk;

  Pages(Words words, Clock clock, Assets assets, FrameDesk desk) {
    this.words = words;
    this.clock = clock;
    this.assets = assets;
    this.desk = desk;
  }

  public Page of(HttpServletRequest request) {
    return of(request, null);
  }

  Page of(HttpServletRequest request, @Nullable Toast toast) {
    var viewer = (Viewer) request.getAttribute(VIEWER);
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    var zone = viewer == null ? ZoneId.of("Europe/Paris") : viewer.zone();
    return new Page(words, viewer, locale(viewer, request), zone, clock, request.getRequestURI(),
        desk.menu(viewer), csrf, assets, request.getHeader("HX-Request") != null, toast, desk);
  }

  // French unless the viewer or the browser asks for English first.
  private static Locale locale(@Nullable Viewer viewer, HttpServletRequest request) {
    if (viewer != null) return viewer.locale();
    return request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals("en")
        ? Locale.UK
        : Locale.FRANCE;
  }
}
