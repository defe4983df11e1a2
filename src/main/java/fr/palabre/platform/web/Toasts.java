package fr.palabre.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Carries a toast to the page shown next: at once to htmx, through a redirect otherwise. */
@Component
public class Toasts {
  private static final String COOKIE = "palabre_toast";
  // Headers are ASCII, the words are not.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  public void tell(HttpServletRequest request, HttpServletResponse response, Toast toast) {
    if (request.getHeader("HX-Request") == null) keep(response, toast);
    else response.setHeader("HX-Trigger", JSON.writeValueAsString(Map.of("toast", fields(toast))));
  }

  private static void keep(HttpServletResponse response, Toast toast) {
    var value = Base64.getUrlEncoder().withoutPadding()
        .encodeToString(JSON.writeValueAsString(fields(toast)).getBytes(StandardCharsets.UTF_8));
    set(response, value, Duration.ofMinutes(1));
  }

  /** The toast kept for this page, which is then forgotten. */
  static @Nullable Toast take(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || cookie.getValue().isEmpty()) return null;
    set(response, "", Duration.ZERO);
    try {
      return JSON.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), Toast.class);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static void set(HttpServletResponse response, String value, Duration age) {
    var cookie = ResponseCookie.from(COOKIE, value)
        .path("/").maxAge(age).httpOnly(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Map<String, Object> fields(Toast toast) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("text", toast.text());
    fields.put("tone", toast.tone());
    if (toast.undo() != null) fields.put("undo", toast.undo());
    if (toast.offer() != null) fields.put("offer", toast.offer());
    return fields;
  }
}
