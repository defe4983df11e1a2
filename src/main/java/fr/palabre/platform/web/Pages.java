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
import org.springframework.util.function.SingletonSupplier;

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
  // Asked for late: modules that implement these may need the floor first.
  private final SingletonSupplier<List<MenuEntry>> entries;
  private final SingletonSupplier<List<HealthLight>> lights;
  private final SingletonSupplier<List<StandingNotice.Source>> notices;

  Pages(Words words, Clock clock, Assets assets, ObjectProvider<MenuEntry> entries,
      ObjectProvider<HealthLight> lights, ObjectProvider<StandingNotice.Source> notices) {
    this.words = words;
    this.clock = clock;
    this.assets = assets;
    this.entries = SingletonSupplier.of(() -> entries.stream()
        .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::order))
        .toList());
    this.lights = SingletonSupplier.of(() -> lights.stream().toList());
    this.notices = SingletonSupplier.of(() -> notices.stream().toList());
  }

  public Page of(HttpServletRequest request) {
    return of(request, null);
  }

  Page of(HttpServletRequest request, @Nullable Toast toast) {
    var viewer = (Viewer) request.getAttribute(VIEWER);
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    var zone = viewer == null ? ZoneId.of("Europe/Paris") : viewer.zone();
    return new Page(words, viewer, locale(viewer, request), zone, clock, request.getRequestURI(),
        menu(viewer), csrf, assets, request.getHeader("HX-Request") != null, toast,
        lights.obtain(), notices.obtain());
  }

  private List<MenuEntry> menu(@Nullable Viewer viewer) {
    if (viewer == null || viewer.tenant() == null) return List.of();
    return entries.obtain().stream().filter(e -> viewer.may(e.permission())).toList();
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
