package fr.palabre.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes outgoing e-mail; without a host, none is sent and the screens say so.
 *
 * @param host empty where there is none
 * @param port 587 with STARTTLS, 465 with TLS from the first byte
 * @param from sender's address, {@code Palabre <palabre@example.org>}
 * @param security {@code starttls}, {@code tls} or {@code none}
 */
@ConfigurationProperties("palabre.smtp")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("starttls") String security) {

  boolean complete() {
    return !host.isBlank() && !from.isBlank();
  }

  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }
}
