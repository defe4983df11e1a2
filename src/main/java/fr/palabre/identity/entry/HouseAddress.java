package fr.palabre.identity.entry;

import fr.palabre.platform.PalabreSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The address under which people reach the house. */
@Component
public class HouseAddress {
  private final PalabreSettings settings;
  private final JdbcClient jdbc;

  HouseAddress(PalabreSettings settings, JdbcClient jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /**
   * The base of links that travel by e-mail: the one set, else the one the house was first opened
   * at. Never the request's: a forged Host header would send the link's key to a forger.
   */
  public Optional<URI> forMail() {
    if (settings.publicUrl() != null) return Optional.of(settings.publicUrl());
    return jdbc.sql("select origin from identity_house").query(String.class).optional()
        .map(URI::create);
  }

  /** The base of links that the person who asks copies from their own screen. */
  public URI forScreen(HttpServletRequest request) {
    return settings.publicUrl() != null ? settings.publicUrl() : origin(request);
  }

  public static URI origin(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
  }

  public static URI at(URI base, String... segments) {
    return UriComponentsBuilder.fromUri(base).pathSegment(segments).build().toUri();
  }
}
