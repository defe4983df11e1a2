package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Standing;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawing of a delivery's standings shows those there are, and no other. */
class DeliveryPictureTest {
  private static final Pattern ARROW =
      Pattern.compile("(?m)^  (\\S+) --> ([A-Za-z]+|\\[\\*])(: .*)?$");
  private static final Pattern REASON = Pattern.compile("\\b[A-Z]{4,}\\b");
  private final String page =
      Sources.text(Path.of("docs/adr/0010-a-delivery-is-sent-once-or-asks.md"));

  @Test
  void eachStandingIsDrawnAndNoOther() {
    var drawn = ARROW.matcher(page).results()
        .flatMap(arrow -> Stream.of(arrow.group(1), arrow.group(2)))
        .filter(name -> !name.equals("[*]"))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(
        Stream.of(Standing.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void eachReasonToWaitIsDrawnAndNoOther() {
    var known = Stream.concat(Stream.of(Standing.Because.values()), Stream.of(Standing.Hold.values()))
        .map(Enum::name).collect(Collectors.toSet());
    Set<String> drawn = ARROW.matcher(page).results()
        .flatMap(arrow -> REASON.matcher(String.valueOf(arrow.group(3))).results())
        .map(found -> found.group()).collect(Collectors.toSet());
    assertThat(drawn).isEqualTo(known);
  }
}
