package fr.palabre.network.connector.mastodon;

import fr.palabre.platform.http.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names and values as addresses and forms write them. */
final class Form {
  private final StringBuilder text = new StringBuilder();

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  Form add(String name, String value) {
    if (!text.isEmpty()) text.append('&');
    text.append(encode(name)).append('=').append(encode(value));
    return this;
  }

  HttpCall post(URI address) {
    return HttpCall.post(address, "application/x-www-form-urlencoded",
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
