package fr.palabre.architecture;

import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** One address the house answers, by one method. */
record Route(HttpMethod method, String pattern, HandlerMethod handler) {

  static Stream<Route> of(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
    var methods = mapped.getKey().getMethodsCondition().getMethods();
    return mapped.getKey().getPatternValues().stream().flatMap(pattern ->
        (methods.isEmpty() ? Stream.of(RequestMethod.GET, RequestMethod.POST) : methods.stream())
            .map(method -> new Route(method.asHttpMethod(), pattern, mapped.getValue())));
  }

  boolean underBrand() {
    return pattern.startsWith("/{brand") || pattern.startsWith("/api/v1/{brand");
  }

  boolean ofTheApi() {
    return pattern.startsWith("/api/");
  }

  /** What the handler, or its class, requires. */
  Permission required() {
    var required = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
    if (required == null)
      required = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    return Objects.requireNonNull(required, () -> this + " requires nothing").value();
  }

  /** A request to this address in this brand, with an empty body; what it names does not exist. */
  MockHttpServletRequestBuilder in(String brand) {
    var address = pattern.replaceFirst("\\{brand(:[^}]*)?}", brand)
        .replaceAll("\\{\\*?[^}]+}", UUID.randomUUID().toString())
        .replace("**", "x");
    var request = MockMvcRequestBuilders.request(method, address);
    return ofTheApi() && method != HttpMethod.GET
        ? request.contentType(MediaType.APPLICATION_JSON).content("{}")
        : request;
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
