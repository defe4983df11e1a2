package fr.palabre.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Static files under addresses that change with their content, so that browsers keep them. */
@Component
class Assets {
  private final ResourceUrlProvider urls;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Assets(ResourceUrlProvider urls) {
    this.urls = urls;
  }

  String address(String file) {
    @Nullable String address = known.get(file);
    return address == null ? known.computeIfAbsent(file, this::resolve) : address;
  }

  private String resolve(String file) {
    @Nullable String address = urls.getForLookupPath(
        file.startsWith("webjars/") ? "/" + file : "/static/" + file);
    if (address == null) throw new IllegalArgumentException("No static file " + file);
    return address;
  }
}
