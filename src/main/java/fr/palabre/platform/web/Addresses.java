package fr.palabre.platform.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The first segments that the house's own addresses use, which no tenant may take. */
@Component
public class Addresses {
  private static final Set<String> ALWAYS =
      Set.of("static", "webjars", "actuator", "error", "api", "openapi", "well-known");
  private final SingletonSupplier<Set<String>> mapped;

  // Asked for late: the mapping needs the controllers, which may need this.
  Addresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mapped = SingletonSupplier.of(() -> mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(pattern -> pattern.getPatternValues().stream())
        .map(pattern -> pattern.replaceFirst("^/", "").replaceFirst("/.*", ""))
        .collect(Collectors.toSet()));
  }

  public boolean taken(String segment) {
    return ALWAYS.contains(segment) || mapped.obtain().contains(segment);
  }
}
