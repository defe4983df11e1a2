package fr.palabre.platform.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/**
 * The one door to other hosts: it refuses private addresses, bounds time and size, follows no
 * redirection, and says of each call whether it was answered, provably not sent, or unknown.
 */
@Component
public class Outgoing {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final ScopedValue<BooleanSupplier> ALLOWED = ScopedValue.newInstance();
  private final AddressGuard guard;
  private final HttpClient client = HttpClient.newBuilder()
      .connectTimeout(CONNECT)
      .version(HttpClient.Version.HTTP_1_1)
      .followRedirects(HttpClient.Redirect.NEVER)
      .executor(Executors.newVirtualThreadPerTaskExecutor())
      .build();

  Outgoing(AddressGuard guard) {
    this.guard = guard;
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
    var future = client.sendAsync(request(call), body(call));
    try {
      return answer(future.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      future.cancel(true);
      return new HttpResult.Unknown("no answer within " + call.timeout().toSeconds() + " s");
    } catch (ExecutionException e) {
      return failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpResult.Unknown("interrupted");
    }
  }

  private static HttpRequest request(HttpCall call) {
    var body = call.body().length == 0
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofByteArray(call.body());
    var request = HttpRequest.newBuilder(call.address())
        .timeout(call.timeout())
        .header("User-Agent", "Palabre")
        .method(call.method(), body);
    call.headers().forEach(request::header);
    return request.build();
  }

  private static HttpResponse.BodyHandler<byte[]> body(HttpCall call) {
    return HttpResponse.BodyHandlers.limiting(
        HttpResponse.BodyHandlers.ofByteArray(), call.maxAnswer());
  }

  private static HttpResult answer(HttpResponse<byte[]> response) {
    return new HttpResult.Answer(response.statusCode(), headers(response), response.body());
  }

  private static Map<String, List<String>> headers(HttpResponse<?> response) {
    var lower = new HashMap<String, List<String>>();
    response.headers().map().forEach((n, v) -> lower.put(n.toLowerCase(Locale.ROOT), v));
    return lower;
  }

  // Only a failure before the request's first byte is proof that nothing was sent.
  private static HttpResult failure(Throwable cause) {
    return notSent(cause)
        .<HttpResult>map(HttpResult.NotSent::new)
        .orElseGet(() -> new HttpResult.Unknown(cause.getClass().getSimpleName()));
  }

  private static Optional<String> notSent(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> Optional.of("connection timed out");
      case ConnectException _ -> Optional.of("connection refused");
      case SSLHandshakeException _ -> Optional.of("TLS handshake failed");
      case SSLException e when String.valueOf(e.getMessage()).contains("handshake") ->
          Optional.of("TLS handshake failed");
      default -> Optional.empty();
    };
  }
}
