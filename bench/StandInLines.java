import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * HTTP/1.1 on plain sockets, all servers heard by one thread: what the stand-in costs is taken from
 * the same processors that are measured, so it costs as little as can be.
 */
final class StandInLines implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<ServerSocketChannel> servers = new ArrayList<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::atNanos));
  private final Answers answers;

  /** What is answered, and after how many milliseconds. */
  interface Answers {
    byte[] to(int server, Request request);

    int millis();
  }

  /**
   * A request that came in whole.
   *
   * @param head its first line and headers
   * @param at when its last byte was read
   */
  record Request(String head, byte[] body, Instant at) {
    String method() {
      return head.substring(0, head.indexOf(' '));
    }

    String path() {
      int from = head.indexOf(' ') + 1;
      return head.substring(from, head.indexOf(' ', from));
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** A header's value; empty if there is none. */
    String header(String name) {
      for (int at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
        int colon = at + 1 + name.length();
        if (head.regionMatches(true, at + 1, name, 0, name.length()) && colon < head.length()
            && head.charAt(colon) == ':')
          return head.substring(colon + 1, head.indexOf('\r', colon)).strip();
      }
      return "";
    }
  }

  private record Later(long atNanos, SelectionKey key, byte[] answer) {}

  private static final class Line {
    final int server;
    ByteBuffer in = ByteBuffer.allocate(4096);
    ByteBuffer out = ByteBuffer.allocate(0);

    Line(int server) {
      this.server = server;
    }
  }

  StandInLines(int wanted, Answers answers) throws IOException {
    this.answers = answers;
    for (int i = 0; i < wanted; i++) {
      var server = ServerSocketChannel.open()
          .bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 600);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT, i);
      servers.add(server);
    }
    Thread.ofPlatform().daemon().name("stand-in").start(this::hear);
  }

  int port(int server) {
    return servers.get(server).socket().getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (var server : servers) server.close();
    selector.close();
  }

  private void hear() {
    try {
      while (selector.isOpen()) {
        var left = millisUntil(later.peek());
        if (left < 0) selector.selectNow(this::ready);
        else selector.select(this::ready, left);
        while (millisUntil(later.peek()) < 0) write(later.poll());
      }
    } catch (ClosedSelectorException e) {
      // The bench is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Milliseconds until it is to be answered; negative once it is, zero where nothing waits.
  private static long millisUntil(Later next) {
    if (next == null) return 0;
    var left = next.atNanos - System.nanoTime();
    return left <= 0 ? -1 : left / 1_000_000 + 1;
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) accept(key);
      else if (key.isWritable()) flush(key);
      else read(key);
    } catch (IOException e) {
      hangUp(key);
    }
  }

  private void accept(SelectionKey key) throws IOException {
    var server = (ServerSocketChannel) key.channel();
    for (var line = server.accept(); line != null; line = server.accept()) {
      line.configureBlocking(false);
      line.socket().setTcpNoDelay(true);
      line.register(selector, SelectionKey.OP_READ, new Line((int) key.attachment()));
    }
  }

  private void read(SelectionKey key) throws IOException {
    var line = (Line) key.attachment();
    if (((SocketChannel) key.channel()).read(line.in) < 0) {
      key.channel().close();
      return;
    }
    var request = whole(line);
    if (request == null) return;
    var answer = answers.to(line.server, request);
    int millis = answers.millis();
    if (millis == 0) write(key, answer);
    else later.add(new Later(System.nanoTime() + millis * 1_000_000L, key, answer));
  }

  // Callers send one request at a time on a line; one cut half-way is none that a server would take.
  private static Request whole(Line line) {
    var bytes = line.in.array();
    int read = line.in.position();
    int body = head(bytes, read);
    if (body < 0) return grown(line);
    var head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
    var request = new Request(head, new byte[0], Instant.EPOCH);
    var length = request.header("content-length");
    int end = body + (length.isEmpty() ? 0 : Integer.parseInt(length));
    if (read < end) return grown(line);
    var content = Arrays.copyOfRange(bytes, body, end);
    line.in.clear();
    return new Request(head, content, Instant.now());
  }

  private static Request grown(Line line) {
    if (!line.in.hasRemaining())
      line.in = ByteBuffer.allocate(line.in.capacity() * 2).put(line.in.flip());
    return null;
  }

  // Where the body begins; negative while the headers are not all there.
  private static int head(byte[] bytes, int read) {
    for (int i = 3; i < read; i++)
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') return i + 1;
    return -1;
  }

  private void write(Later due) {
    write(due.key, due.answer);
  }

  private void write(SelectionKey key, byte[] answer) {
    ((Line) key.attachment()).out = ByteBuffer.wrap(answer);
    try {
      flush(key);
    } catch (IOException e) {
      hangUp(key);
    }
  }

  // The caller left: what was accepted stays accepted.
  private static void hangUp(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(SelectionKey key) throws IOException {
    var out = ((Line) key.attachment()).out;
    ((SocketChannel) key.channel()).write(out);
    int wanted = out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) key.interestOps(wanted);
  }
}
