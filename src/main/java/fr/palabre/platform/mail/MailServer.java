package fr.palabre.platform.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Speaks SMTP to the configured server. */
@Component
class MailServer {
  private static final String PATIENCE = "15000";
  private final MailSettings settings;
  private final MailText text;
  private final Clock clock;

  MailServer(MailSettings settings, MailText text, Clock clock) {
    this.settings = settings;
    this.text = text;
    this.clock = clock;
  }

  void send(Mail mail, UUID id) throws MessagingException {
    var message = new Numbered(session(), id);
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
    message.setSubject(mail.subject(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    // No holiday reply is wanted (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(bodies(mail));
    message.saveChanges();
    Transport.send(message);
  }

  private MimeMultipart bodies(Mail mail) throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(text.plain(mail), "UTF-8");
    var html = new MimeBodyPart();
    html.setContent(text.html(mail), "text/html; charset=UTF-8");
    return new MimeMultipart("alternative", plain, html);
  }

  private Session session() {
    var secured = settings.security();
    var properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(secured.equals("tls")));
    // Required, not merely enabled: a server that cannot is not given the letters in clear.
    properties.put("mail.smtp.starttls.required", Boolean.toString(secured.equals("starttls")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(secured.equals("starttls")));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return Session.getInstance(properties, credentials());
  }

  private Authenticator credentials() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(settings.user(), settings.password());
      }
    };
  }

  /** A message whose identifier is ours, the same at each attempt. */
  private static final class Numbered extends MimeMessage {
    private final UUID id;

    private Numbered(Session session, UUID id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@palabre>");
    }
  }
}
