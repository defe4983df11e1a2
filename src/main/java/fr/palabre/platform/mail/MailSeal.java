package fr.palabre.platform.mail;

import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.secrets.SecretBox;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** E-mails carry links that open doors: at rest, they are sealed. */
@Component
class MailSeal {
  private final SecretBox box;
  private final JsonMapper json;

  MailSeal(SecretBox box, JsonMapper json) {
    this.box = box;
    this.json = json;
  }

  byte[] seal(Mail mail, UUID id) {
    return box.seal(new Secret(json.writeValueAsString(mail)), context(id));
  }

  Mail open(byte[] sealed, UUID id) {
    return json.readValue(box.open(sealed, context(id)).reveal(), Mail.class);
  }

  private static String context(UUID id) {
    return "mail " + id;
  }
}
