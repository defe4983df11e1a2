package fr.palabre.publishing.preflight;

import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.Outgoing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks whether the links of a text answer. What is only slow, or shy of programs, is let be. */
@Component
class LinkTry {
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)…]");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 5;
  private static final long LITTLE = 65_536;
  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final int FAULTY = 500;
  private final Outgoing http;

  LinkTry(Outgoing http) {
    this.http = http;
  }

  /** Those that certainly lead nowhere now. */
  List<String> dead(List<String> texts) {
    return texts.stream()
        .flatMap(text -> LINK.matcher(text).results().map(found -> found.group()))
        .distinct()
        .limit(MOST)
        .filter(this::isDead)
        .toList();
  }

  private boolean isDead(String link) {
    try {
      var address = URI.create(link);
      return address.getHost() != null && isDead(ask("HEAD", address)) && isDead(ask("GET", address));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private HttpResult ask(String method, URI address) {
    return http.send(HttpCall.get(address).method(method).within(PATIENCE).atMost(LITTLE));
  }

  private static boolean isDead(HttpResult result) {
    return switch (result) {
      case HttpResult.Answer a -> GONE.contains(a.status()) || a.status() >= FAULTY;
      case HttpResult.NotSent _ -> true;
      // Slow, or larger than we read: it is there.
      case HttpResult.Unknown _ -> false;
    };
  }
}
