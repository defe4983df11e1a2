package fr.palabre.platform.http;

import fr.palabre.platform.http.Lines.Line;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/** One request and its answer, on a line that is open. */
final class Exchange {
  private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();
  private static final DefaultConnectionReuseStrategy REUSE =
      DefaultConnectionReuseStrategy.INSTANCE;
  private final HttpCall call;
  private boolean reusable;

  Exchange(HttpCall call) {
    this.call = call;
  }

  HttpResult.Answer on(Line line) throws IOException, HttpException {
    line.connection().setSocketTimeout(Timeout.of(call.timeout()));
    var request = request(line);
    var context = HttpCoreContext.create();
    try (var response = EXECUTOR.execute(request, line.connection(), context)) {
      var body = body(response);
      reusable = REUSE.keepAlive(request, response, context);
      return new HttpResult.Answer(response.getCode(), headers(response), body);
    }
  }

  /** Whether the line may carry another call. */
  boolean leftReusable() {
    return reusable;
  }

  private ClassicHttpRequest request(Line line) {
    var request = new BasicClassicHttpRequest(call.method(), path(call.address()));
    request.addHeader("Host", authority(call.address(), line.host()));
    request.addHeader("User-Agent", "Palabre");
    call.headers().forEach(request::addHeader);
    var body = call.body();
    if (body.length > 0 || !"GET".equals(call.method()))
      request.addHeader("Content-Length", body.length);
    if (body.length > 0)
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
    return request;
  }

  private static String path(URI address) {
    var path = address.getRawPath() == null || address.getRawPath().isEmpty()
        ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static String authority(URI address, Lines.Host host) {
    return address.getPort() > 0 ? host.name() + ":" + host.port() : host.name();
  }

  private byte[] body(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) return new byte[0];
    if (entity.getContentLength() > call.maxAnswer()) throw new IOException("answer too large");
    try (var content = entity.getContent()) {
      var most = (int) Math.min(Integer.MAX_VALUE - 8, call.maxAnswer() + 1);
      var body = content.readNBytes(most);
      if (body.length > call.maxAnswer()) throw new IOException("answer too large");
      return body;
    }
  }

  private static Map<String, List<String>> headers(HttpMessage response) {
    var headers = new HashMap<String, List<String>>();
    for (var all = response.headerIterator(); all.hasNext(); ) {
      var header = all.next();
      headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
          .add(header.getValue() == null ? "" : header.getValue());
    }
    return headers;
  }
}
