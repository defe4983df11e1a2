package fr.palabre.identity.entry;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a signed-in browser: its session, and the brand it was last in. */
public final class SessionCookie {
  static final String SESSION = "palabre_session";
  static final String BRAND = "palabre_brand";
  private static final Duration BRAND_AGE = Duration.ofDays(365);

  private SessionCookie() {}

  public static void give(HttpServletRequest request, HttpServletResponse response,
      String session) {
    set(request, response, SESSION, session, SessionStore.LIFETIME);
  }

  public static void take(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, SESSION, "", Duration.ZERO);
  }

  public static @Nullable String session(HttpServletRequest request) {
    return value(request, SESSION);
  }

  static void rememberBrand(HttpServletRequest request, HttpServletResponse response,
      String slug) {
    if (!slug.equals(brand(request))) set(request, response, BRAND, slug, BRAND_AGE);
  }

  /** The slug of the brand last seen in this browser, which may be gone since. */
  public static @Nullable String brand(HttpServletRequest request) {
    return value(request, BRAND);
  }

  private static void set(HttpServletRequest request, HttpServletResponse response, String name,
      String value, Duration age) {
    var cookie = ResponseCookie.from(name, value).path("/").maxAge(age)
        .httpOnly(true).sameSite("Lax").secure(request.isSecure()).build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    if (request.getCookies() == null) return null;
    for (Cookie cookie : request.getCookies())
      if (cookie.getName().equals(name)) return cookie.getValue();
    return null;
  }
}
