package fr.palabre.publishing.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.Departure.Option;
import fr.palabre.editorial.Departure.Question;
import fr.palabre.editorial.DepartureDesk;
import fr.palabre.identity.Member;
import fr.palabre.publishing.LateChoice;
import fr.palabre.publishing.LateChoices;
import fr.palabre.publishing.LatePolicy;
import fr.palabre.publishing.LateRule;
import fr.palabre.publishing.LateRule.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks, where a content gets its date, what becomes of it if its hour is missed. */
@Component
class LateQuestion implements DepartureDesk {
  static final List<Duration> LENGTHS = Stream.of(0, 30, 60, 120, 360, 1440)
      .map(Duration::ofMinutes).toList();
  private static final String LENGTH = "retard";
  private static final String THEN = "ensuite";
  private final LateChoices choices;
  private final LatePolicy policy;

  LateQuestion(LateChoices choices, LatePolicy policy) {
    this.choices = choices;
    this.policy = policy;
  }

  @Override
  public Departure of(Member me, Content content) {
    var brand = policy.of(me.workspaceId());
    var chosen = content.version() == 0 ? LateChoice.AS_BRAND
        : choices.of(me.workspaceId(), content.id());
    return new Departure(List.of(
        new Question(LENGTH, "publishing.late", lengths(brand, chosen)),
        new Question(THEN, "publishing.late.then", thens(brand, chosen))), List.of());
  }

  @Override
  public void answered(Member me, ContentId content, Function<String, @Nullable String> fields) {
    var length = fields.apply(LENGTH);
    var then = fields.apply(THEN);
    if (length == null || then == null) return;
    choices.choose(me, content, new LateChoice(length(length), then(then)));
  }

  private static List<Option> lengths(LateRule brand, LateChoice chosen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", "publishing.late.brand", List.of(word(brand.atMost())),
        chosen.atMost() == null));
    for (var length : LENGTHS)
      options.add(new Option(String.valueOf(length.toMinutes()), word(length), List.of(),
          length.equals(chosen.atMost())));
    return options;
  }

  private static List<Option> thens(LateRule brand, LateChoice chosen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", "publishing.late.brand",
        List.of("publishing.late.then." + brand.then()), chosen.then() == null));
    for (var then : Then.values())
      options.add(new Option(then.name(), "publishing.late.then." + then, List.of(),
          then == chosen.then()));
    return options;
  }

  // The board offers these lengths only; another, set by a program, stands for the next longer.
  private static String word(Duration length) {
    var shown = LENGTHS.stream().filter(l -> l.compareTo(length) >= 0).findFirst()
        .orElse(LENGTHS.getLast());
    return "publishing.latest." + shown.toMinutes();
  }

  private static @Nullable Duration length(String value) {
    return LENGTHS.stream().filter(l -> String.valueOf(l.toMinutes()).equals(value)).findFirst()
        .orElse(null);
  }

  private static @Nullable Then then(String value) {
    return Arrays.stream(Then.values()).filter(t -> t.name().equals(value)).findFirst()
        .orElse(null);
  }
}
