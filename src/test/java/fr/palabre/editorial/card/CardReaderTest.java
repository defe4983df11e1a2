package fr.palabre.editorial.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.palabre.testing.PalabreTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PalabreTest
class CardReaderTest {
  @Autowired CardReader cards;
  private HttpServer site;

  @BeforeEach
  void aSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    page("/pains", "text/html", """
        <title>Accueil</title><meta property="og:title" content="Nos pains &amp; brioches">
        <meta name="description" content="Tout au levain.">""");
    page("/sans-titre", "text/html", "<p>Rien");
    page("/photo", "image/png", "…");
    site.createContext("/vieux", e -> redirect(e, "/pains"));
    site.createContext("/dedans", e -> redirect(e, "http://10.0.0.7/secret"));
    site.createContext("/absent", e -> answer(e, 404, "text/html", "<title>404</title>"));
    site.start();
  }

  @AfterEach
  void close() {
    site.stop(0);
  }

  @Test
  void aPageSaysItsTitleAndDescription() {
    assertThat(read("/pains")).isInstanceOfSatisfying(CardReading.Read.class, read -> {
      assertThat(read.card().title()).isEqualTo("Nos pains & brioches");
      assertThat(read.card().description()).isEqualTo("Tout au levain.");
    });
  }

  @Test
  void aRedirectionIsFollowedAndTheAddressTypedIsKept() {
    assertThat(read("/vieux")).isInstanceOfSatisfying(CardReading.Read.class,
        read -> assertThat(read.card().address()).isEqualTo(address("/vieux")));
  }

  @Test
  void neitherAnAddressNorARedirectionLeadsInside() {
    assertThat(cards.read(URI.create("http://192.168.1.1/")))
        .isEqualTo(new CardReading.Failed(CardReading.Reason.NOT_PUBLIC));
    assertThat(read("/dedans"))
        .isEqualTo(new CardReading.Failed(CardReading.Reason.NOT_PUBLIC));
  }

  @Test
  void whatIsNoPageIsSaid() {
    assertThat(read("/photo")).isEqualTo(new CardReading.Failed(CardReading.Reason.NO_PAGE));
    assertThat(read("/sans-titre"))
        .isEqualTo(new CardReading.Failed(CardReading.Reason.NO_PAGE));
    assertThat(read("/absent")).isEqualTo(new CardReading.Failed(CardReading.Reason.REFUSED));
  }

  @Test
  void aSiteThatDoesNotAnswerIsSaid() {
    var address = address("/pains");
    site.stop(0);
    assertThat(cards.read(address))
        .isEqualTo(new CardReading.Failed(CardReading.Reason.NO_ANSWER));
  }

  private CardReading read(String path) {
    return cards.read(address(path));
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + site.getAddress().getPort() + path);
  }

  private void page(String path, String type, String body) {
    site.createContext(path, e -> answer(e, 200, type, body));
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    answer(exchange, 302, "text/html", "");
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    Charset charset = StandardCharsets.UTF_8;
    exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
    var bytes = body.getBytes(charset);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
