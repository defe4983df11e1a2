package fr.palabre.platform.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever looks at a page, as far as the floor needs to know them. */
public interface Viewer {
  UUID userId();

  String displayName();

  /** The tenant whose pages are shown; null on pages of no tenant. */
  @Nullable UUID tenant();

  /** First segment of the tenant's addresses; empty on pages of no tenant. */
  String tenantPath();

  String tenantName();

  /** Address of the tenant's picture; null where it has none. */
  default @Nullable String tenantImage() {
    return null;
  }

  boolean may(String permission);

  Locale locale();

  ZoneId zone();

  /** {@code auto}, {@code light} or {@code dark}. */
  String theme();

  /** Whether the tenant shown is a demonstration. */
  boolean demo();
}
