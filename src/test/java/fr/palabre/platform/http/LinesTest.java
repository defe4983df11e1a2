package fr.palabre.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.PalabreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  private static final String WELL = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;

  @TempDir
  private Path folder;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aLineThatWasAnsweredOnServesTheNextCall() throws Exception {
    answers(new ServerSocket(0, 5, loopback()), WELL, WELL);
    var door = OpenDoor.toThisMachine();
    assertThat(door.send(get("http"))).isInstanceOf(HttpResult.Answer.class);
    assertThat(door.send(get("http"))).isInstanceOf(HttpResult.Answer.class);
    assertThat(lines).hasValue(1);
  }

  @Test
  void onlyWhatReadsIsAskedAgainWhereTheHostHungUp() throws Exception {
    answers(new ServerSocket(0, 5, loopback()), WELL);
    var door = OpenDoor.toThisMachine();
    door.send(get("http"));
    assertThat(door.send(get("http"))).isInstanceOf(HttpResult.Answer.class);
    var post = HttpCall.postJson(get("http").address(), "{}");
    assertThat(door.send(post)).isInstanceOf(HttpResult.Unknown.class);
    assertThat(requests).as("the post left once").hasValue(2);
  }

  @Test
  void anAnswerThatDripsIsGivenUpInTime() throws Exception {
    answers(new ServerSocket(0, 5, loopback()), "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok");
    var call = get("http").within(Duration.ofMillis(300));
    assertThat(OpenDoor.toThisMachine().send(call))
        .isEqualTo(new HttpResult.Unknown("no answer within 0 s"));
  }

  @Test
  void anAnswerTooLargeIsNotRead() throws Exception {
    answers(new ServerSocket(0, 5, loopback()),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n");
    assertThat(OpenDoor.toThisMachine().send(get("http").atMost(3)))
        .isInstanceOf(HttpResult.Unknown.class);
  }

  @Test
  void aCertificateOfThisNameIsAccepted() throws Exception {
    var security = certified("localhost");
    assertThat(new Outgoing(open(), security).send(get("https")))
        .isInstanceOf(HttpResult.Answer.class);
  }

  @Test
  void aCertificateOfAnotherNameIsRefusedBeforeAnythingIsSent() throws Exception {
    var security = certified("ailleurs.exemple");
    assertThat(new Outgoing(open(), security).send(get("https")))
        .isEqualTo(new HttpResult.NotSent("TLS handshake failed"));
    assertThat(requests).hasValue(0);
  }

  @Test
  void aNameThatLeadsHomeAMomentLaterIsNotCalled() throws Exception {
    answers(new ServerSocket(0, 5, loopback()), WELL);
    var asked = new AddressGuard(new PalabreSettings(Path.of("target/test-data"), null, null, null,
        null, null, List.of(), false)) {
      @Override
      Optional<String> refusal(URI address) {
        return Optional.empty();
      }
    };
    assertThat(new Outgoing(asked).send(get("http"))).isInstanceOf(HttpResult.NotSent.class);
    assertThat(lines).hasValue(0);
  }

  private HttpCall get(String scheme) {
    return HttpCall.get(URI.create(scheme + "://localhost:" + server.getLocalPort() + "/a?b=c"));
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByName("127.0.0.1");
  }

  private static AddressGuard open() {
    return new AddressGuard(new PalabreSettings(Path.of("target/test-data"), null, null, null, null,
        null, List.of("localhost"), false));
  }

  /** A server that answers so on each line, and then hangs up. */
  private void answers(ServerSocket on, String... answers) {
    server = on;
    Thread.ofVirtual().start(() -> {
      while (!on.isClosed()) {
        try {
          var socket = on.accept();
          Thread.ofVirtual().start(() -> answer(socket, answers));
        } catch (IOException e) {
          return;
        }
      }
    });
  }

  private void answer(Socket socket, String... answers) {
    lines.incrementAndGet();
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      for (var answer : answers) read(in, socket.getOutputStream(), answer);
      if (answers[0].endsWith("9\r\n\r\nok")) in.readLine();
    } catch (IOException e) {
      // The caller left.
    }
  }

  private void read(BufferedReader in, OutputStream out, String answer) throws IOException {
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("GET") || line.startsWith("POST")) requests.incrementAndGet();
    }
    out.write(answer.getBytes());
    out.flush();
  }

  private SSLSocketFactory certified(String name) throws Exception {
    var file = folder.resolve("keys.p12");
    var made = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair",
        "-keyalg", "EC", "-alias", "a", "-dname", "CN=" + name, "-ext", "san=dns:" + name,
        "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "secret").start();
    assertThat(made.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "secret".toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    answers(context.getServerSocketFactory().createServerSocket(0, 5, loopback()), WELL);
    return context.getSocketFactory();
  }
}
