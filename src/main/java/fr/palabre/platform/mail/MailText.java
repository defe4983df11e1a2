package fr.palabre.platform.mail;

import fr.palabre.platform.web.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The two texts of an e-mail: plain, and HTML that says the same. */
@Component
class MailText {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Words words;

  MailText(Words words) {
    this.words = words;
  }

  String plain(Mail mail) {
    var text = new StringBuilder(String.join("\n\n", mail.paragraphs()));
    if (mail.link() != null)
      text.append("\n\n").append(mail.link().label()).append("\u00a0:\n")
          .append(mail.link().address());
    return text.append("\n\n-- \n").append(foot(mail)).append('\n').toString();
  }

  String html(Mail mail) {
    var output = new StringOutput();
    engine.render("mail/mail.jte", Map.of("mail", mail, "foot", foot(mail)), output);
    return output.toString();
  }

  private String foot(Mail mail) {
    return words.say(mail.locale(), "mail.foot");
  }
}
