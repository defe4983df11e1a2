package fr.palabre.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile Kept kept = new Kept("nothing", new CompletableFuture<>());

  private record Kept(String method, CompletableFuture<Integer> status) {}

  public Wire() {
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
    return passed.stream().filter(it -> it.endsWith(method)).count();
  }

  private void carry(HttpExchange call) throws IOException {
    try (call) {
      var answer = network.send(request(call), HttpResponse.BodyHandlers.ofByteArray());
      var path = call.getRequestURI().getPath();
      passed.add(path);
      var back = kept;
      if (path.endsWith(back.method) && back.status.complete(answer.statusCode())) closed.await();
      answer.headers().map().forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
          call.getResponseHeaders().put(name, values);
      });
      var body = answer.body();
      call.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) call.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange call) throws IOException {
    var body = call.getRequestBody().readAllBytes();
    var request = HttpRequest.newBuilder(call.getRequestURI())
        .method(call.getRequestMethod(), body.length == 0
            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    call.getRequestHeaders().forEach((name, values) -> {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
        values.forEach(value -> request.header(name, value));
    });
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
