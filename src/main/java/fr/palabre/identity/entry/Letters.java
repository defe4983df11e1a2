package fr.palabre.identity.entry;

import fr.palabre.platform.mail.Mail;
import fr.palabre.platform.mail.OutgoingMail;
import fr.palabre.platform.web.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The e-mails that let people in. */
@Component
public class Letters {
  private final OutgoingMail mail;
  private final HouseAddress house;
  private final Words words;

  Letters(OutgoingMail mail, HouseAddress house, Words words) {
    this.mail = mail;
    this.house = house;
    this.words = words;
  }

  /** Whether e-mails can leave, and under which address their links begin. */
  public Optional<URI> base() {
    return mail.possible() ? house.forMail() : Optional.empty();
  }

  /** A letter of one sentence and one link; {@code key} begins the keys of its words. */
  public UUID send(String to, Locale locale, String key, URI link, Instant until,
      Object... arguments) {
    return mail.send(new Mail(to, locale, say(locale, key + ".subject", arguments),
        List.of(say(locale, "identity.mail.hello"), say(locale, key + ".text", arguments)),
        new Mail.Link(say(locale, key + ".link"), link), until));
  }

  /** A letter that only tells. */
  public void tell(String to, Locale locale, String key, Instant until) {
    mail.send(new Mail(to, locale, say(locale, key + ".subject"),
        List.of(say(locale, "identity.mail.hello"), say(locale, key + ".text")), null, until));
  }

  private String say(Locale locale, String key, Object... arguments) {
    return words.say(locale, key, arguments);
  }
}
