package fr.palabre.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;

@PalabreTest
class OutgoingMailTest {
  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

  @Autowired OutgoingMail mail;
  @Autowired MailRound round;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry settings) {
    settings.add("palabre.smtp.host", () -> "127.0.0.1");
    settings.add("palabre.smtp.port", () -> PORT);
    settings.add("palabre.smtp.from", () -> "Palabre <palabre@exemple.test>");
    settings.add("palabre.smtp.security", () -> "none");
  }

  @BeforeAll
  static void open() {
    SERVER.start();
  }

  @AfterAll
  static void close() {
    SERVER.stop();
  }

  @BeforeEach
  void anEmptyBox() throws Exception {
    clock.set(MovableClock.START);
    SERVER.purgeEmailFromAllMailboxes();
    jdbc.sql("delete from platform_mail").update();
  }

  @Test
  void anEmailLeavesAfterTheChangeThatWantedIt() throws Exception {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea@exemple.test")));
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    round.deliverDue();
    var received = SERVER.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("Rejoindre l’équipe");
    assertThat(GreenMailUtil.getBody(received[0])).contains("text/plain", "text/html");
  }

  @Test
  void aChangeThatFailsSendsNothing() {
    transaction.executeWithoutResult(status -> {
      mail.send(letter("lea@exemple.test"));
      status.setRollbackOnly();
    });
    round.deliverDue();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void aSecondRoundSendsNothingAgainAndForgetsTheWords() {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea@exemple.test")));
    round.deliverDue();
    round.deliverDue();
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    assertThat(jdbc.sql("select count(*) from platform_mail where sealed is not null")
        .query(Long.class).single()).isZero();
  }

  @Test
  void aServerThatIsDownIsTriedAgainLater() {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea@exemple.test")));
    SERVER.stop();
    round.deliverDue();
    SERVER.start();
    round.deliverDue();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    round.deliverDue();
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whatIsNoLongerUsefulIsNotSent() {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea@exemple.test")));
    clock.advance(Duration.ofHours(2));
    round.deliverDue();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(state()).isEqualTo("GIVEN_UP");
  }

  @Test
  void anAddressThatIsNoneIsGivenUpAtOnce() {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea @@ nulle part")));
    round.deliverDue();
    assertThat(state()).isEqualTo("GIVEN_UP");
  }

  @Test
  void theLinkOfAWaitingEmailCannotBeReadInTheTable() {
    transaction.executeWithoutResult(_ -> mail.send(letter("lea@exemple.test")));
    var sealed = jdbc.sql("select sealed from platform_mail").query(byte[].class).single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("secret-du-lien", "lea@");
  }

  private Mail letter(String to) {
    return new Mail(to, Locale.FRENCH, "Rejoindre l’équipe", List.of("Bonjour Léa,", "Entrez."),
        new Mail.Link("Rejoindre", URI.create("https://palabre.test/secret-du-lien")),
        clock.instant().plus(Duration.ofHours(1)));
  }

  private String state() {
    return jdbc.sql("select state from platform_mail").query(String.class).single();
  }
}
