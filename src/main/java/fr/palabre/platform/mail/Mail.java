package fr.palabre.platform.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person, in their language.
 *
 * @param usefulUntil after which it is better not sent
 */
public record Mail(String to, Locale locale, String subject, List<String> paragraphs,
    @Nullable Link link, Instant usefulUntil) {

  public Mail {
    paragraphs = List.copyOf(paragraphs);
    if (subject.chars().anyMatch(Character::isISOControl))
      throw new IllegalArgumentException("A subject is one line");
  }

  /** The one thing to do from it. */
  public record Link(String label, URI address) {}
}
