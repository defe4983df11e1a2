package fr.palabre.network.connector.village;

import fr.palabre.platform.demo.ScriptLine;
import java.util.ArrayList;
import java.util.List;

/** What the demo brand published and answered before its first day, from {@code past.txt}. */
final class PastScript {
  private PastScript() {}

  static List<Entry> read() {
    var entries = new ArrayList<Entry>();
    for (var line : ScriptLine.read("network/village/past.txt"))
      switch (line.mark()) {
        case '=' -> entries.add(entry(line.said()));
        case '>' -> question(entries.getLast(), line.said());
        case '<' -> answer(entries.getLast(), line.said());
        default -> entries.set(entries.size() - 1, entries.getLast().saying(line.all()));
      }
    return entries;
  }

  private static Entry entry(String line) {
    var words = line.split(" ", 3);
    return new Entry(Integer.parseInt(words[0]), words[1], words[2], "", new ArrayList<>());
  }

  private static void question(Entry entry, String line) {
    var words = line.split(" ", 3);
    entry.exchanges.add(new Exchange(words[0], Integer.parseInt(words[1]), words[2], 0, ""));
  }

  private static void answer(Entry entry, String line) {
    var words = line.split(" ", 2);
    var asked = entry.exchanges.removeLast();
    entry.exchanges.add(new Exchange(asked.villager, asked.askedAfter, asked.question,
        Integer.parseInt(words[0]), words[1]));
  }

  /**
   * @param hour wall-clock hour, or {@code now} for just before the first day begins
   */
  record Entry(int daysAgo, String hour, String title, String text, List<Exchange> exchanges) {
    private Entry saying(String more) {
      return new Entry(daysAgo, hour, title, more, exchanges);
    }
  }

  /** Minutes are counted from the post. */
  record Exchange(
      String villager, int askedAfter, String question, int answeredAfter, String answer) {}
}
