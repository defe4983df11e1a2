package fr.palabre.platform.http;

import fr.palabre.platform.http.Lines.Line;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.HttpException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one door to other hosts: it refuses private addresses, bounds time and size, follows no
 * redirection, and says of each call whether it was answered, provably not sent, or unknown.
 */
@Component
public class Outgoing {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final String LATE = "no answer within ";
  private static final ScopedValue<BooleanSupplier> ALLOWED = ScopedValue.newInstance();
  private final AddressGuard guard;
  private final Lines lines;
  private final ScheduledThreadPoolExecutor alarms = alarms();

  @Autowired
  Outgoing(AddressGuard guard) {
    this(guard, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  Outgoing(AddressGuard guard, SSLSocketFactory security) {
    this.guard = guard;
    this.lines = new Lines(CONNECT, security, guard);
  }

  /**
   * Runs the work, whose calls leave only as long as they may: asked right before each, however long
   * ago the work began.
   */
  public static <T> T whileAllowed(BooleanSupplier allowed, Supplier<T> work) {
    return ScopedValue.where(ALLOWED, allowed).call(work::get);
  }

  public final HttpResult send(HttpCall call) {
    var refused = guard.refusal(call.address());
    if (refused.isPresent()) return new HttpResult.NotSent(refused.get());
    if (ALLOWED.isBound() && !ALLOWED.get().getAsBoolean())
      return new HttpResult.NotSent("no longer allowed to leave");
    return exchange(call);
  }

  HttpResult exchange(HttpCall call) {
    Line line;
    try {
      line = lines.to(call.address());
    } catch (IOException e) {
      return new HttpResult.NotSent(unreached(e));
    }
    var result = exchange(call, line);
    // The host hung up on a line that had rested; what only reads may be asked again.
    return line.kept() && isReading(call) && result instanceof HttpResult.Unknown(String cause)
        && !cause.startsWith(LATE) ? anew(call) : result;
  }

  private HttpResult anew(HttpCall call) {
    try {
      return exchange(call, lines.anew(call.address()));
    } catch (IOException e) {
      return new HttpResult.NotSent(unreached(e));
    }
  }

  private HttpResult exchange(HttpCall call, Line line) {
    var late = new AtomicBoolean();
    var alarm = alarms.schedule(() -> {
      late.set(true);
      line.cut();
    }, call.timeout().toMillis(), TimeUnit.MILLISECONDS);
    var exchange = new Exchange(call);
    try {
      return exchange.on(line);
    } catch (IOException | HttpException e) {
      return new HttpResult.Unknown(late.get() || e instanceof SocketTimeoutException
          ? LATE + call.timeout().toSeconds() + " s"
          : e.getClass().getSimpleName());
    } finally {
      if (alarm.cancel(false) && exchange.leftReusable()) lines.keep(line);
      else line.cut();
    }
  }

  private static boolean isReading(HttpCall call) {
    return "GET".equals(call.method());
  }

  // Without a line nothing was sent: that is proof.
  private static String unreached(IOException cause) {
    return switch (cause) {
      case SocketTimeoutException _ -> "connection timed out";
      case ConnectException _ -> "connection refused";
      case UnknownHostException _ -> "unknown host";
      case SSLException _ -> "TLS handshake failed";
      default -> "no connection";
    };
  }

  private static ScheduledThreadPoolExecutor alarms() {
    var alarms = new ScheduledThreadPoolExecutor(1,
        Thread.ofPlatform().daemon().name("outgoing-alarms").factory());
    alarms.setRemoveOnCancelPolicy(true);
    return alarms;
  }
}
