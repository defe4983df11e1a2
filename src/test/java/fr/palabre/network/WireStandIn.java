package fr.palabre.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A network's server on loopback, played by a test, that can do what wires do to a call: answer,
 * refuse, throttle, be slow, fail or cut before or after it accepted. One request a connection.
 */
public final class WireStandIn implements AutoCloseable {
  private final ServerSocket server;
  private final Thread accepting;
  private final Network network;
  private final List<Request> received = new CopyOnWriteArrayList<>();
  private final List<Planned> planned = new ArrayList<>();

  /** The network itself: takes a request to heart, and answers. */
  public interface Network {
    Response answer(Request request);
  }

  /** @param path with its query; header names in lower case */
  public record Request(String method, String path, Map<String, String> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public boolean is(String wanted, String beginning) {
      return method.equals(wanted) && path.startsWith(beginning);
    }
  }

  public record Response(int status, Map<String, String> headers, byte[] body) {
    public static Response json(int status, String body) {
      return new Response(status, Map.of("Content-Type", "application/json"),
          body.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Response(status, more, body);
    }
  }

  /** What the wire does once to a request, instead of passing on the network's answer. */
  public sealed interface Misbehaviour {
    /** The network never has it. */
    record AnswersInstead(Response response) implements Misbehaviour {}

    /** The network has it, and the caller is told something else. */
    record AnswersAfterAccepting(Response response) implements Misbehaviour {}

    record CutsBeforeAccepting() implements Misbehaviour {}

    record CutsAfterAccepting() implements Misbehaviour {}

    /** The network has it, and its answer takes its time. */
    record Slow(Duration delay) implements Misbehaviour {}

    /** The network has it, and something happens before its answer is heard. */
    record Meanwhile(Runnable what) implements Misbehaviour {}
  }

  private record Planned(Predicate<Request> which, Misbehaviour how) {}

  public WireStandIn(Network network) {
    this.network = network;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accepting = Thread.ofVirtual().name("stand-in").start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  public List<Request> received() {
    return List.copyOf(received);
  }

  /** The next request of this kind meets this fate; the one after it none. */
  public synchronized void next(Predicate<Request> which, Misbehaviour how) {
    planned.add(new Planned(which, how));
  }

  /** From now on connections are refused. */
  @Override
  public void close() {
    try {
      server.close();
      // The thread that accepts may take one more before it notices.
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var request = read(new BufferedInputStream(socket.getInputStream()));
      if (request.isEmpty()) return;
      received.add(request.get());
      var fate = fate(request.get());
      if (fate.isEmpty()) write(socket, network.answer(request.get()));
      else misbehave(socket, request.get(), fate.get());
    } catch (IOException | InterruptedException e) {
      // The caller left first; the test sees what it made of that.
    }
  }

  private void misbehave(Socket socket, Request request, Misbehaviour how)
      throws IOException, InterruptedException {
    switch (how) {
      case Misbehaviour.AnswersInstead(Response response) -> write(socket, response);
      case Misbehaviour.AnswersAfterAccepting(Response response) -> {
        network.answer(request);
        write(socket, response);
      }
      case Misbehaviour.CutsBeforeAccepting _ -> cut(socket);
      case Misbehaviour.CutsAfterAccepting _ -> {
        network.answer(request);
        cut(socket);
      }
      case Misbehaviour.Meanwhile(Runnable what) -> {
        var answer = network.answer(request);
        what.run();
        write(socket, answer);
      }
      case Misbehaviour.Slow(Duration delay) -> {
        var answer = network.answer(request);
        TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        write(socket, answer);
      }
    }
  }

  private synchronized Optional<Misbehaviour> fate(Request request) {
    for (var plan : planned)
      if (plan.which().test(request)) {
        planned.remove(plan);
        return Optional.of(plan.how());
      }
    return Optional.empty();
  }

  // Closing with linger 0 sends a reset, as a broken path does.
  private static void cut(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static Optional<Request> read(InputStream in) throws IOException {
    var start = line(in);
    if (start.isEmpty()) return Optional.empty();
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    var parts = start.split(" ");
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return Optional.of(new Request(parts[0], parts[1], headers, in.readNBytes(length)));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) if (c != '\r') line.append((char) c);
    return line.toString();
  }

  private static void write(Socket socket, Response response) throws IOException {
    var head = new StringBuilder("HTTP/1.1 " + response.status() + " .\r\nConnection: close\r\n"
        + "Content-Length: " + response.body().length + "\r\n");
    response.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    var out = socket.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(response.body());
    out.flush();
  }
}
