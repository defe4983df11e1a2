package fr.palabre.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds an address among some hundreds. They begin with a brand's name, which varies, so that none
 * can be looked up: each would be matched in full on every request, a tenth of a page's time. Their
 * shapes are compared first.
 */
@Component
class ShapedRoutes implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new Mapping();
  }

  private static class Mapping extends RequestMappingHandlerMapping {
    private static final ScopedValue<List<String>> SEGMENTS = ScopedValue.newInstance();
    private final Map<RequestMappingInfo, List<PathShape>> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
        throws Exception {
      var segments = PathShape.segments(
          ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
      return ScopedValue.where(SEGMENTS, segments)
          .call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route,
        HttpServletRequest request) {
      return mayBe(route) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean mayBe(RequestMappingInfo route) {
      if (!SEGMENTS.isBound()) return true;
      var segments = SEGMENTS.get();
      var known = shapes.get(route);
      if (known == null) known = shapes.computeIfAbsent(route, Mapping::shapes);
      for (var shape : known) if (shape.mayBe(segments)) return true;
      return known.isEmpty();
    }

    private static List<PathShape> shapes(RequestMappingInfo route) {
      return route.getPatternValues().stream().map(PathShape::of).toList();
    }
  }
}
