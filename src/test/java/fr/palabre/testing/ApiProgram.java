package fr.palabre.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to a house over the wire, with one token of a brand. */
public final class ApiProgram {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String token;

  /** @param brand as its addresses name it */
  public ApiProgram(String house, String brand, String token) {
    this.base = house + "/api/v1/" + brand + "/";
    this.token = token;
  }

  public JsonNode get(String path) {
    return json(send("GET", path, null, null));
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return json(send("POST", path, null, body));
  }

  /** The same, over a line so slow that something happens before its last byte is sent. */
  public JsonNode post(String path, Map<String, ?> body, Runnable meanwhile) {
    var to = URI.create(base + path);
    var bytes = JSON.writeValueAsBytes(body);
    try (var line = new Socket(to.getHost(), to.getPort())) {
      var out = line.getOutputStream();
      // In HTTP/1.0 the answer comes whole, and ends with the line.
      out.write(("POST %s HTTP/1.0\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
          + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n")
          .formatted(to.getPath(), to.getAuthority(), token, bytes.length).getBytes(US_ASCII));
      out.write(bytes, 0, bytes.length - 1);
      meanwhile.run();
      out.write(bytes[bytes.length - 1]);
      return written(new String(line.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode written(String answer) {
    if (!answer.matches("(?s)HTTP/1.. 201 .*")) throw new AssertionError("Not written: " + answer);
    return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
  }

  /** A write on what it reads first. */
  public JsonNode write(String method, String read, String path, Map<String, ?> body) {
    var etag = send("GET", read, null, null).headers().firstValue("ETag").orElseThrow();
    return json(send(method, path, etag, body));
  }

  private HttpResponse<String> send(String method, String path, @Nullable String etag,
      @Nullable Map<String, ?> body) {
    var request = HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .method(method, body == null ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (etag != null) request.header("If-Match", etag);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300)
        throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " "
            + answer.body());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
