package fr.palabre.platform.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to another host.
 *
 * @param timeout how long the whole answer may take
 * @param maxAnswer most bytes read of the answer's body
 */
public record HttpCall(
    String method, URI address, Map<String, String> headers, byte[] body, Duration timeout,
    long maxAnswer) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long MAX_ANSWER = 8_000_000;

  public static HttpCall get(URI address) {
    return new HttpCall("GET", address, Map.of(), new byte[0], TIMEOUT, MAX_ANSWER);
  }

  public static HttpCall post(URI address, String contentType, byte[] body) {
    return new HttpCall(
        "POST", address, Map.of("Content-Type", contentType), body, TIMEOUT, MAX_ANSWER);
  }

  public static HttpCall postJson(URI address, String json) {
    return post(address, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  public HttpCall method(String other) {
    return new HttpCall(other, address, headers, body, timeout, maxAnswer);
  }

  public HttpCall header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpCall(method, address, more, body, timeout, maxAnswer);
  }

  public HttpCall bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public HttpCall within(Duration other) {
    return new HttpCall(method, address, headers, body, other, maxAnswer);
  }

  public HttpCall atMost(long bytes) {
    return new HttpCall(method, address, headers, body, timeout, bytes);
  }

  @Override
  public String toString() {
    return method + " " + address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }
}
