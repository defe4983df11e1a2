package fr.palabre.identity.entry;

import fr.palabre.platform.command.ReadyLine;
import fr.palabre.platform.web.Words;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets whoever holds the machine back in: started with {@code --palabre.password-link=<address>},
 * Palabre shows a link to a new password in its terminal.
 */
@Component
class LockedOut implements ReadyLine {
  static final String OPTION = "palabre.password-link";
  private final PasswordResets resets;
  private final HouseAddress house;
  private final Environment environment;
  private final Words words;

  LockedOut(PasswordResets resets, HouseAddress house, Environment environment, Words words) {
    this.resets = resets;
    this.house = house;
    this.environment = environment;
    this.words = words;
  }

  @Override
  public Optional<String> say() {
    return Optional.ofNullable(environment.getProperty(OPTION)).map(this::wayIn);
  }

  private String wayIn(String email) {
    return resets.link(email, house.forMail().orElseGet(this::here))
        .map(link -> words.say(terminal(), "identity.lockedout.link", email, link))
        .orElseGet(() -> words.say(terminal(), "identity.lockedout.unknown", email));
  }

  private URI here() {
    return URI.create("http://localhost:" + environment.getProperty("local.server.port", "8080"));
  }

  private static Locale terminal() {
    return String.valueOf(System.getenv("LANG")).startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
  }
}
