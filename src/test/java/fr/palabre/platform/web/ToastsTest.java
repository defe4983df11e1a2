package fr.palabre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ToastsTest {
  private final Toasts toasts = new Toasts();
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void whatWasDoneIsSaidAfterTheRedirect() {
    var said = Toast.done("Conversation « été » close").undoneBy("/tilleuls/reouverture");
    toasts.tell(request, response, said);
    assertThat(Toasts.take(following(), new MockHttpServletResponse())).isEqualTo(said);
  }

  @Test
  void whatWasDoneIsSaidOnce() {
    toasts.tell(request, response, Toast.done("Publié"));
    var shown = new MockHttpServletResponse();
    Toasts.take(following(), shown);
    assertThat(shown.getCookie("palabre_toast")).extracting(Cookie::getMaxAge).isEqualTo(0);
  }

  @Test
  void whatHtmxAskedForIsSaidAtOnceInPlainHeaders() {
    request.addHeader("HX-Request", "true");
    toasts.tell(request, response, Toast.failed("Réseau coupé"));
    assertThat(response.getHeader("HX-Trigger")).contains("\\u00E9").contains("late");
    assertThat(response.getCookies()).isEmpty();
  }

  @Test
  void aToastSomeoneTamperedWithIsForgotten() {
    request.setCookies(new Cookie("palabre_toast", "n_importe_quoi"));
    assertThat(Toasts.take(request, response)).isNull();
  }

  @Test
  void anActIsNeverUndoneInAnotherHouse() {
    assertThatThrownBy(() -> Toast.done("Publié").undoneBy("//ailleurs.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private MockHttpServletRequest following() {
    var next = new MockHttpServletRequest();
    next.setCookies(response.getCookies());
    return next;
  }
}
