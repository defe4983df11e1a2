package fr.palabre.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a person was going when asked to sign in; never an address of another host. */
public final class ReturnAddress {
  private static final int LONGEST = 2000;

  private ReturnAddress() {}

  /** The address if it is a path of this house, else the fallback. */
  public static String orElse(@Nullable String asked, String fallback) {
    return asked != null && isOurs(asked) ? asked : fallback;
  }

  private static boolean isOurs(String asked) {
    // Browsers read a backslash as a slash and drop control characters before they look.
    if (!asked.startsWith("/") || asked.startsWith("//") || asked.length() > LONGEST
        || asked.indexOf('\\') >= 0 || asked.chars().anyMatch(Character::isISOControl))
      return false;
    try {
      var uri = new URI(asked);
      return !uri.isAbsolute() && uri.getRawAuthority() == null
          && !uri.getRawPath().contains("//") && !uri.getRawPath().contains("..");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
