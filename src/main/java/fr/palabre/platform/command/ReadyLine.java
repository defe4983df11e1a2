package fr.palabre.platform.command;

import java.util.Optional;

/** One more line to say in the terminal when Palabre is ready, such as the demo's sign-in. */
public interface ReadyLine {
  Optional<String> say();
}
