package fr.palabre.editorial;

import fr.palabre.platform.demo.ScriptLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the demo brand prepares, from {@code demo.txt}. */
final class DemoScript {
  private static final Duration SOON = Duration.ofMinutes(12);

  private DemoScript() {}

  static List<Entry> read() {
    var entries = new ArrayList<Entry>();
    for (var line : ScriptLine.read("editorial/demo.txt"))
      switch (line.mark()) {
        case '=' -> entries.add(entry(line.said()));
        case '*' -> entries.add(entries.removeLast().showing(line.said()));
        case '!' -> entries.add(entries.removeLast().asked(line.said()));
        default -> entries.add(entries.removeLast().saying(line.all()));
      }
    return entries;
  }

  private static Entry entry(String line) {
    var words = line.split(" ", 4);
    return new Entry(words[0], words[1], ContentStage.valueOf(words[2]), words[3], "", null, "");
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
