package fr.palabre.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** A mail server of the test's own, for houses that send e-mail. */
public class Mailbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Pattern LINK = Pattern.compile("https://palabre\\.test(/[A-Za-z0-9/_-]+)");
  private static final int PORT = TestSocketUtils.findAvailableTcpPort();
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    open();
    TestPropertyValues.of("palabre.smtp.host=127.0.0.1", "palabre.smtp.port=" + PORT,
            "palabre.smtp.from=Palabre <palabre@exemple.test>", "palabre.smtp.security=none",
            "palabre.public-url=https://palabre.test")
        .applyTo(context);
  }

  public static void open() {
    if (!SERVER.isRunning()) SERVER.start();
  }

  /** Nobody answers until it opens again. */
  public static void close() {
    SERVER.stop();
  }

  /** What this address received, oldest first. */
  public static List<MimeMessage> of(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(message -> to(message).equals(address)).toList();
  }

  /** The path of the one link in an e-mail. */
  public static String link(MimeMessage message) {
    var found = LINK.matcher(GreenMailUtil.getBody(message).replace("=\r\n", ""));
    if (!found.find()) throw new IllegalStateException("No link in the e-mail");
    return found.group(1);
  }

  private static String to(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
