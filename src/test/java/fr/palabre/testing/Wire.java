package fr.palabre.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
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
 * The wire between a house and the networks: an ordinary forward proxy on loopback. It changes
 * nothing that goes over it, but can keep back the answer to one call.
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

  private final @Nullable String address;

  private record Kept(String method, CompletableFuture<Integer> status) {}

  /**
   * One call and its answer.
   *
   * @param at when the network had answered
   * @param waitUntil until when the network asked to wait; null if it did not
   */
  public record Passed(String path, String request, int status, Instant at,
      @Nullable Instant waitUntil) {}

  public Wire() {
    this(null);
  }

  /** Whoever calls over it comes from this address, for servers that trust a proxy's word. */
  public Wire(@Nullable String address) {
    this.address = address;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::carry);
    server.setExecutor(workers);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
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
      var said = answer.body();
      call.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
      if (said.length > 0) call.getResponseBody().write(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant reset(HttpResponse<?> answer) {
    return Instant.ofEpochSecond(answer.headers().firstValueAsLong("ratelimit-reset").orElseThrow());
  }

  private HttpRequest request(HttpExchange call, byte[] body) {
    var request = HttpRequest.newBuilder(call.getRequestURI())
        .method(call.getRequestMethod(), body.length == 0
            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    call.getRequestHeaders().forEach((name, values) -> {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
        values.forEach(value -> request.header(name, value));
    });
    if (address != null) request.header("X-Forwarded-For", address);
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
