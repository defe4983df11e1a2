package fr.palabre.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a request: answered, provably not sent, or nobody knows. */
public sealed interface HttpResult {

  /** An answer, whatever its status. Header names are in lower case. */
  record Answer(int status, Map<String, List<String>> headers, byte[] body) implements HttpResult {
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
          .findFirst();
    }
  }

  /** The request never reached the host: refused address, unknown name, no connection, no TLS. */
  record NotSent(String cause) implements HttpResult {}

  /** The request may have been received; its answer was not. */
  record Unknown(String cause) implements HttpResult {}
}
