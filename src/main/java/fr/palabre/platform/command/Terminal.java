package fr.palabre.platform.command;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The terminal's language, asked of the environment as the shell does. */
public final class Terminal {
  private Terminal() {}

  /** French unless it is English. */
  public static Locale locale() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(System::getenv)
        .filter(Objects::nonNull)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("en"))
        .map(_ -> Locale.ENGLISH)
        .orElse(Locale.FRENCH);
  }
}
