package fr.palabre.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.io.CloseMode;

/**
 * Lines to other hosts. One that was answered on is kept open for a while, for the next call to the
 * same host; each carries one call at a time.
 */
final class Lines {
  private static final long IDLE_NANOS = Duration.ofSeconds(20).toNanos();
  // One that rested longer is asked whether the host has hung up meanwhile: that takes a millisecond.
  private static final long SURE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MOST_OF_A_HOST = 64;
  private final Duration patience;
  private final SSLSocketFactory security;
  private final AddressGuard guard;
  private final Map<Host, Deque<Line>> idle = new ConcurrentHashMap<>();
  private final DefaultBHttpClientConnectionFactory factory =
      DefaultBHttpClientConnectionFactory.builder()
          .http1Config(Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32_768).build())
          .build();
  private volatile long sweptAt = System.nanoTime();

  /**
   * @param patience how long a host may take to answer that it is there
   */
  Lines(Duration patience, SSLSocketFactory security, AddressGuard guard) {
    this.patience = patience;
    this.security = security;
    this.guard = guard;
  }

  /**
   * An open line; nothing was sent yet on a new one.
   *
   * @param kept whether something was answered on it before
   */
  record Line(Host host, HttpClientConnection connection, boolean kept, long since) {
    void cut() {
      connection.close(CloseMode.IMMEDIATE);
    }
  }

  record Host(String scheme, String name, int port) {
    static Host of(URI address) {
      var secure = "https".equals(address.getScheme());
      var port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
      return new Host(address.getScheme(), address.getHost(), port);
    }

    boolean secure() {
      return "https".equals(scheme);
    }
  }

  /** @throws IOException if there is no line; nothing was sent then */
  Line to(URI address) throws IOException {
    var kept = kept(Host.of(address));
    for (var line = kept.pollFirst(); line != null; line = kept.pollFirst()) {
      if (isAlive(line)) return line;
      line.cut();
    }
    return anew(address);
  }

  /** A line nothing was ever sent on. */
  Line anew(URI address) throws IOException {
    var host = Host.of(address);
    return new Line(host, open(host), false, System.nanoTime());
  }

  /** Its answer was read to the end. */
  void keep(Line line) {
    var now = System.nanoTime();
    var all = kept(line.host);
    if (all.size() >= MOST_OF_A_HOST) line.cut();
    else all.addFirst(new Line(line.host, line.connection, true, now));
    if (now - sweptAt > IDLE_NANOS) sweep(now);
  }

  private Deque<Line> kept(Host host) {
    return idle.computeIfAbsent(host, _ -> new ConcurrentLinkedDeque<>());
  }

  private static boolean isAlive(Line line) {
    var rested = System.nanoTime() - line.since;
    if (rested > IDLE_NANOS || !line.connection.isOpen()) return false;
    try {
      return rested < SURE_NANOS || !line.connection.isStale();
    } catch (IOException e) {
      return false;
    }
  }

  private void sweep(long now) {
    sweptAt = now;
    for (var all : idle.values())
      for (var line : all)
        if (now - line.since > IDLE_NANOS && all.remove(line)) line.cut();
  }

  private HttpClientConnection open(Host host) throws IOException {
    var socket = connected(host);
    try {
      socket.setTcpNoDelay(true);
      if (!host.secure()) return factory.createConnection(socket);
      return factory.createConnection(secured(socket, host), socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private Socket connected(Host host) throws IOException {
    IOException failure = null;
    for (var address : InetAddress.getAllByName(host.name)) {
      if (!guard.mayReach(host.name, address)) continue;
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, host.port), (int) patience.toMillis());
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure == null ? new IOException("no address") : failure;
  }

  private SSLSocket secured(Socket socket, Host host) throws IOException {
    var secure = (SSLSocket) security.createSocket(socket, host.name, host.port, true);
    var wanted = secure.getSSLParameters();
    // The certificate must be this host's: plain sockets do not check that by themselves.
    wanted.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(wanted);
    secure.setSoTimeout((int) patience.toMillis());
    secure.startHandshake();
    return secure;
  }
}
