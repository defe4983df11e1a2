package fr.palabre.delivery.simulation;

import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.NetworkId;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A network's server with one account of ours, in its own wire format. It recognises no repeat. */
abstract class Server {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ITEM = Pattern.compile("(?:Billet |target|9000000)(\\d+)");
  final int number;
  final Clock clock;
  final Map<String, Post> posts = new LinkedHashMap<>();
  /** The longest text it takes. */
  int longest = 300;
  boolean revoked;
  protected int tokens = 1;

  Server(int number, Clock clock) {
    this.number = number;
    this.clock = clock;
  }

  /** Its name as a host. */
  String host() {
    return "compte" + number + ".exemple";
  }

  abstract NetworkId network();

  /** What connecting this account says, with credentials that are good from now on. */
  abstract Connected connected();

  /** What an act of this number is about, where it is about something that is there. */
  abstract String target(int item, boolean ours);

  abstract Asked asked(HttpCall call);

  /** Takes the message in. */
  abstract Post post(HttpCall call, Instant calledAt, Instant listedFrom);

  /** What it says of a message it took in. */
  abstract HttpResult published(Post post);

  /** What it says of a message brought a second time by the same call. */
  abstract HttpResult again(Post post);

  /** What it says of another act that is done. */
  abstract HttpResult acted(HttpCall call);

  abstract HttpResult read(HttpCall call, Predicate<Post> listed);

  abstract HttpResult uploaded();

  abstract HttpResult renewed();

  abstract HttpResult refused(Reason reason);

  abstract HttpResult mediaRejected();

  abstract HttpResult tokenRefused();

  abstract HttpResult throttled(Fault how, Instant until);

  abstract boolean says(Fault how);

  boolean admits(HttpCall call) {
    return !revoked && ("Bearer t" + tokens).equals(call.headers().get("Authorization"));
  }

  /** Its token is good no more; a renewed one may be. */
  void expire() {
    tokens++;
  }

  boolean takes(String text) {
    return text.length() <= longest;
  }

  static int item(String text) {
    var found = ITEM.matcher(text);
    return found.find() ? Integer.parseInt(found.group(1)) : -1;
  }

  static HttpResult.Answer json(int status, Object body) {
    return json(status, body, Map.of());
  }

  static HttpResult.Answer json(int status, Object body, Map<String, String> headers) {
    var lower = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return new HttpResult.Answer(status, lower,
        JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String parameter(HttpCall call, String name) {
    var query = call.address().getQuery();
    if (query == null) return null;
    for (var pair : query.split("&"))
      if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
    return null;
  }

  static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
