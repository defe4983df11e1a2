package fr.palabre.editorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the demo brand prepares, from {@code demo.txt}. */
final class DemoScript {
  private static final Duration SOON = Duration.ofMinutes(12);

  private DemoScript() {}

  static List<Entry> read() {
    try {
      return read(new ClassPathResource("editorial/demo.txt")
          .getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> read(String text) {
    var entries = new ArrayList<Entry>();
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var said = typographic(line.substring(Math.min(2, line.length())));
      switch (line.charAt(0)) {
        case '=' -> entries.add(entry(said));
        case '*' -> entries.add(entries.removeLast().showing(said));
        case '!' -> entries.add(entries.removeLast().asked(said));
        default -> entries.add(entries.removeLast().saying(typographic(line)));
      }
    }
    return entries;
  }

  private static Entry entry(String line) {
    var words = line.split(" ", 4);
    return new Entry(words[0], words[1], ContentStage.valueOf(words[2]), words[3], "", null, "");
  }

  // Written with plain spaces, said with those of French typography.
  private static String typographic(String text) {
    return text.replaceAll(" ([;!?])", "\u202f$1").replace(" :", "\u00a0:")
        .replace("« ", "«\u00a0").replace(" »", "\u00a0»").replaceAll("(\\d) h", "$1\u00a0h");
  }

  record Entry(
      String days,
      String hour,
      ContentStage stage,
      String title,
      String text,
      @Nullable String image,
      String asked) {

    /** When it is planned; null for what has no date. */
    @Nullable LocalDateTime planned(Instant now, ZoneId zone) {
      if (days.equals("-")) return null;
      if (days.equals("now")) return LocalDateTime.ofInstant(now.plus(SOON), zone);
      return now.atZone(zone).toLocalDate().plusDays(Integer.parseInt(days))
          .atTime(LocalTime.parse(hour));
    }

    private Entry saying(String more) {
      return new Entry(days, hour, stage, title, more, image, asked);
    }

    private Entry showing(String name) {
      return new Entry(days, hour, stage, title, text, name, asked);
    }

    private Entry asked(String comment) {
      return new Entry(days, hour, stage, title, text, image, comment);
    }
  }
}
