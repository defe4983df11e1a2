package fr.palabre.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
  /** Request attribute under which the floor finds who looks. */
  public static final String VIEWER = Viewer.class.getName();

  private final Words words;
  private final Clock clock;
  private final Assets assets;
  private final ObjectProvider<MenuEntry> entries;

  Pages(Words words, Clock clock, Assets assets, ObjectProvider<MenuEntry> entries) {
    this.words = words;
    this.clock = clock;
    this.assets = assets;
    this.entries = entries;
  }

  public Page of(HttpServletRequest request) {
    var viewer = (Viewer) request.getAttribute(VIEWER);
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    var zone = viewer == null ? ZoneId.of("Europe/Paris") : viewer.zone();
    return new Page(words, viewer, locale(viewer, request), zone, clock, request.getRequestURI(),
        menu(viewer), csrf, assets, request.getHeader("HX-Request") != null);
  }

  private List<MenuEntry> menu(@Nullable Viewer viewer) {
    if (viewer == null || viewer.tenant() == null) return List.of();
    return entries.stream()
        .filter(e -> viewer.may(e.permission()))
        .sorted(Comparator.comparing(MenuEntry::group).thenComparing(MenuEntry::order))
        .toList();
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
