package fr.palabre.identity;

import java.time.ZoneId;
import java.util.Locale;

/** A brand to be created; its slug follows from its name. */
public record NewWorkspace(String name, Locale locale, ZoneId zone, boolean demo) {
  public static final int NAME_LENGTH = 80;

  public NewWorkspace {
    if (name.isBlank() || name.length() > NAME_LENGTH)
      throw new IllegalArgumentException("A brand's name has 1 to " + NAME_LENGTH + " characters");
  }
}
