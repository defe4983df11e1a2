package fr.palabre.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wire between a house and the server of a network: a reverse proxy on loopback. Where the
 * server says its own address the wire says its own, and changes nothing else; but it can keep back
 * the answer to one call.
 */
public final class Wire implements AutoCloseable {
  // Those of one connection, which the next one makes for itself.
  private static final Set<String> OWN = Set.of("connection", "content-length", "host",
      "http2-settings", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");
  private final HttpClient network =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Passed> passed = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile Kept kept = new Kept("nothing", new CompletableFuture<>());

  private final URI behind;
  private final @Nullable String caller;

  private record Kept(String method, CompletableFuture<Integer> status) {}

  /**
   * One call and its answer.
   *
   * @param at when the network had answered
   * @param waitUntil until when the network asked to wait; null if it did not
   */
  public record Passed(String path, String request, int status, Instant at,
      @Nullable Instant waitUntil) {}

  public Wire(URI behind) {
    this(behind, null);
  }

  /** @param caller the address all calls come from, for servers that trust a proxy's word */
  public Wire(URI behind, @Nullable String caller) {
    this.behind = behind;
    this.caller = caller;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::carry);
    server.setExecutor(workers);
    server.start();
  }

  /** What a house calls in place of the server's own address. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /**
   * The network gets the next call of this method, and whoever made it never hears of it.
   *
   * @return what the network answered
   */
  public CompletableFuture<Integer> keepBackTheAnswerTo(String method) {
    kept = new Kept(method, new CompletableFuture<>());
    return kept.status;
  }

  /** How many calls of this method the network got. */
  public long passed(String method) {
    return calls(method).count();
  }

  /** The calls of this method, in the order in which the network answered them. */
  public Stream<Passed> calls(String method) {
    return passed.stream().filter(it -> it.path.endsWith(method));
  }

  private void carry(HttpExchange call) throws IOException {
    try (call) {
      var body = call.getRequestBody().readAllBytes();
      var answer = network.send(request(call, body), HttpResponse.BodyHandlers.ofByteArray());
      var path = call.getRequestURI().getPath();
      passed.add(new Passed(path, new String(body, UTF_8), answer.statusCode(), Instant.now(),
          answer.statusCode() == 429 ? reset(answer) : null));
      var back = kept;
      if (path.endsWith(back.method) && back.status.complete(answer.statusCode())) closed.await();
      answer.headers().map().forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
          call.getResponseHeaders().put(name, values);
      });
      var said = text(answer.headers()) ? readdressed(answer.body()) : answer.body();
      call.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
      if (said.length > 0) call.getResponseBody().write(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant reset(HttpResponse<?> answer) {
    return Instant.ofEpochSecond(answer.headers().firstValueAsLong("ratelimit-reset").orElseThrow());
  }

  private static boolean text(HttpHeaders headers) {
    return headers.firstValue("content-encoding").isEmpty()
        && headers.firstValue("content-type").orElse("").startsWith("application/json");
  }

  private byte[] readdressed(byte[] said) {
    return new String(said, UTF_8).replace(behind.toString(), address().toString()).getBytes(UTF_8);
  }

  private HttpRequest request(HttpExchange call, byte[] body) {
    var request = HttpRequest.newBuilder(behind.resolve(call.getRequestURI()))
        .method(call.getRequestMethod(), body.length == 0
            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    call.getRequestHeaders().forEach((name, values) -> {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
        values.forEach(value -> request.header(name, value));
    });
    if (caller != null) request.header("X-Forwarded-For", caller);
    return request.build();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    workers.shutdownNow();
    network.shutdownNow();
  }
}
