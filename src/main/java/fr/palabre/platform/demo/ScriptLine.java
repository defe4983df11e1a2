package fr.palabre.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A line of what a scene plays: what its first character marks, or all of it. */
public record ScriptLine(String all) {

  /** The lines of a script that is written in plain spaces; said with those of French typography. */
  public static List<ScriptLine> read(String resource) {
    return lines(resource).map(line -> new ScriptLine(typographic(line))).toList();
  }

  /** The lines as they are written, but for the empty ones and the comments. */
  public static Stream<String> lines(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public char mark() {
    return all.charAt(0);
  }

  /** What follows the mark. */
  public String said() {
    return all.substring(Math.min(2, all.length()));
  }

  public static String typographic(String text) {
    return text.replaceAll(" ([;!?%])", "\u202f$1").replaceAll(" ([:€»])", "\u00a0$1")
        .replace("« ", "«\u00a0").replaceAll("(\\d) h", "$1\u00a0h").replace('\'', '’');
  }
}
