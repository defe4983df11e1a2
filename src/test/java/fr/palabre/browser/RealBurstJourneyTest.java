package fr.palabre.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import fr.palabre.testing.ApiProgram;
import fr.palabre.testing.OwnProcess;
import fr.palabre.testing.RealBluesky;
import fr.palabre.testing.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Bluesky server counts the calls of an address: 3,000 in five minutes. Two hundred posts
 * due together meet the end of that count (RATE_LIMITS=1 src/test/real/bluesky-network start).
 */
@Tag("real")
@Execution(CONCURRENT)
class RealBurstJourneyTest {
  private static final String CREATE = "com.atproto.repo.createRecord";
  /** Of the range kept for documents (RFC 5737): nobody else in these tests comes from there. */
  private static final String ADDRESS = "203.0.113.20";
  private static final int LEFT = 60;
  private static final Duration MOST = Duration.ofMinutes(9);
  private static final List<String> TEXTS =
      IntStream.rangeClosed(1, 200).mapToObj("Fournée n° %03d"::formatted).toList();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final RealBluesky network = RealBluesky.running();
  private final RealBluesky.Person brand = network.person("rafale");
  private final RealBluesky.Person fan = network.person("passant");
  @TempDir Path data;

  @Test
  void twoHundredPostsDueTogetherGoOutOnceInOrderWaitingAsTold() {
    try (var wire = new Wire(network.pds, ADDRESS); var house = OwnProcess.compiled(data)) {
      var program = program(house, wire);
      // Three thousand calls take a while: made at the hour, they would leave beside the posts.
      network.spend(ADDRESS, LEFT);
      var due = Instant.now().plusSeconds(90).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      plan(program, due);
      assertThat(Instant.now()).as("all planned before the hour").isBefore(due);
      sleepUntil(due.minusSeconds(5));
      // One call, if the server still counts the same minutes.
      var again = network.spend(ADDRESS, LEFT);
      assertThat(again).as("it counts anew after the hour").isAfter(due);
      awaitAll(wire);
      waitedAsTold(wire, again);
      assertThat(created(wire)).as("accepted, in this order").isEqualTo(TEXTS);
      assertThat(fan.textsOf(brand)).as("on the network").containsExactlyInAnyOrderElementsOf(TEXTS);
      assertThat(out(program)).as("known to be out").isEqualTo(TEXTS.size());
    }
  }

  private ApiProgram program(OwnProcess house, Wire wire) {
    try (var me = Newcomer.in(house.address())) {
      me.connect(network.over(wire), brand);
      return new ApiProgram(house.address(), Newcomer.BRAND.replace("/", ""), me.token());
    }
  }

  private static void plan(ApiProgram program, Instant due) {
    var account = program.get("accounts").path("items").path(0).path("id").asString();
    for (var text : TEXTS) {
      var content = "contents/" + program.post("contents", Map.of(
          "title", text, "text", text, "adaptations", List.of(Map.of("accountId", account))))
          .path("id").asString();
      program.write("PUT", content, content + "/date", Map.of("at", due.toString()));
      program.write("POST", content, content + "/submission", Map.of());
      program.write("POST", content, content + "/approval", Map.of());
    }
  }

  // The network's window is its own: a test can only wait for it.
  private static void awaitAll(Wire wire) {
    var end = Instant.now().plus(MOST);
    while (created(wire).size() < TEXTS.size() && Instant.now().isBefore(end)) RealBluesky.pause();
  }

  private static void waitedAsTold(Wire wire, Instant again) {
    var calls = wire.calls(CREATE).toList();
    assertThat(calls.getLast().at()).as("the last, after the wait").isAfter(again);
    assertThat(calls.stream().filter(c -> c.status() == 429).count())
        .as("calls made in vain").isLessThanOrEqualTo(2);
    for (var refused : calls)
      if (refused.waitUntil() != null)
        assertThat(calls).as("calls before " + refused.waitUntil()).noneMatch(
            c -> c.at().isAfter(refused.at()) && c.at().isBefore(refused.waitUntil()));
  }

  private static List<String> created(Wire wire) {
    return wire.calls(CREATE).filter(c -> c.status() == 200)
        .map(c -> JSON.readTree(c.request()).path("record").path("text").asString()).toList();
  }

  // What is out is told to the other rooms a moment later.
  private static int out(ApiProgram program) {
    var end = Instant.now().plusSeconds(30);
    var out = 0;
    while ((out = count(program)) < TEXTS.size() && Instant.now().isBefore(end))
      RealBluesky.pause();
    return out;
  }

  private static int count(ApiProgram program) {
    var page = program.get("posts?state=OUT&limit=100");
    var count = page.path("items").size();
    while (page.has("next")) {
      page = program.get("posts?state=OUT&limit=100&cursor=" + page.path("next").asString());
      count += page.path("items").size();
    }
    return count;
  }

  private static void sleepUntil(Instant at) {
    while (Instant.now().isBefore(at)) RealBluesky.pause();
  }
}
