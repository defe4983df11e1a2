package fr.palabre.network.connector.village;

import fr.palabre.platform.demo.ScriptLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/** What the people of the village say, read from {@code network/village/sentences.txt}. */
@Component
class Sentences {
  private final Map<String, List<String>> sections = new HashMap<>();

  Sentences() {
    var section = new ArrayList<String>();
    var english = false;
    for (var line : ScriptLine.lines("network/village/sentences.txt").toList()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        english = line.endsWith(".en]");
        sections.put(line.substring(1, line.length() - 1), section);
      } else {
        section.add(english ? line.replace('\'', '’') : ScriptLine.typographic(line));
      }
    }
  }

  /** A sentence on the topic if there is one for this intent, in the villager's own manner. */
  String of(Villager who, Intent intent, Topic topic, SplittableRandom chance) {
    var language = who.language().equals("en") ? ".en" : "";
    var known = new ArrayList<>(sections.getOrDefault(intent + "." + topic + language, List.of()));
    if (known.size() < 3) known.addAll(sections.getOrDefault(intent + language, List.of()));
    var sentence = known.get(chance.nextInt(known.size()));
    var unprompted = intent.compareTo(Intent.SPAM) < 0;
    return unprompted && !who.closer().isEmpty() && chance.nextInt(3) == 0
        ? sentence + " " + ScriptLine.typographic(who.closer())
        : sentence;
  }
}
