package fr.palabre.identity.demo;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.command.ReadyLine;
import fr.palabre.platform.command.Terminal;
import fr.palabre.platform.web.Words;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Raises the demonstration at start where it is asked for, and says how to sign in. */
@Component
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class DemoStart implements ApplicationRunner, ReadyLine {
  private final DemoBrand brand;
  private final PalabreSettings settings;
  private final Words words;

  DemoStart(DemoBrand brand, PalabreSettings settings, Words words) {
    this.brand = brand;
    this.settings = settings;
    this.words = words;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.demo()) brand.raise();
  }

  @Override
  public Optional<String> say() {
    return settings.demo()
        ? Optional.of(words.say(Terminal.locale(), "demo.sign-in", brand.email(),
            brand.password().reveal()))
        : Optional.empty();
  }
}
