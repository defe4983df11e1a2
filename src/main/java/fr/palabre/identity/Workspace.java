package fr.palabre.identity;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A brand.
 *
 * @param slug first segment of its addresses
 * @param zone the brand's wall clock
 * @param locale language the brand's public words are in by default
 * @param demo whether it lives on the demo network
 * @param ownerApproves whether, alone, its administrator may validate their own contents
 * @param logo its picture's path in the file store; null where it has none
 */
public record Workspace(
    WorkspaceId id,
    String slug,
    String name,
    ZoneId zone,
    Locale locale,
    boolean demo,
    boolean ownerApproves,
    @Nullable String logo) {

  public Workspace(WorkspaceId id, String slug, String name, ZoneId zone, Locale locale,
      boolean demo, boolean ownerApproves) {
    this(id, slug, name, zone, locale, demo, ownerApproves, null);
  }

  /** Address of a brand's picture, which changes with it; null where there is none. */
  static @Nullable String picture(String slug, @Nullable String logo) {
    if (logo == null) return null;
    var file = logo.substring(logo.lastIndexOf('/') + 1);
    return "/" + slug + "/logo?v=" + file.substring(0, Math.min(12, file.length()));
  }
}
