package fr.palabre.identity;

import fr.palabre.platform.web.Viewer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who is signed in, on a page of no brand. */
public record User(UserId id, String email, String name, Locale locale, String theme)
    implements Viewer {

  @Override
  public UUID userId() {
    return id.value();
  }

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public @Nullable UUID tenant() {
    return null;
  }

  @Override
  public String tenantPath() {
    return "";
  }

  @Override
  public String tenantName() {
    return "";
  }

  @Override
  public boolean may(String permission) {
    return false;
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Paris");
  }

  @Override
  public boolean demo() {
    return false;
  }
}
