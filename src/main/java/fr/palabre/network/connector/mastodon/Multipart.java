package fr.palabre.network.connector.mastodon;

import fr.palabre.platform.http.HttpCall;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file (RFC 7578). */
final class Multipart {
  private final String boundary = "palabre-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart text(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  Multipart file(String name, String mimeType, byte[] bytes) {
    var fileName = "image." + mimeType.replaceFirst(".*/", "");
    return part("name=\"" + name + "\"; filename=\"" + fileName
        + "\"\r\nContent-Type: " + mimeType, bytes);
  }

  HttpCall post(URI address) {
    write("--" + boundary + "--\r\n");
    return HttpCall.post(address, "multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  private Multipart part(String head, byte[] content) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n");
    body.writeBytes(content);
    write("\r\n");
    return this;
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
