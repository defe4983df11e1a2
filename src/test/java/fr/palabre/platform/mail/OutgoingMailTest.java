package fr.palabre.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import fr.palabre.testing.FreshDatabase;
import fr.palabre.testing.Mailbox;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@PalabreTest
@ContextConfiguration(initializers = {FreshDatabase.class, Mailbox.class})
class OutgoingMailTest {
  @Autowired OutgoingMail mail;
  @Autowired MailRound round;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  private String lea;

  @BeforeEach
  void someone() {
    clock.set(MovableClock.START);
    jdbc.sql("delete from platform_mail").update();
    lea = "lea-" + UUID.randomUUID() + "@exemple.test";
  }

  @AfterEach
  void theServerIsBack() {
    Mailbox.open();
  }

  @Test
  void anEmailLeavesAfterTheChangeThatWantedIt() throws Exception {
    write(lea);
    assertThat(Mailbox.of(lea)).isEmpty();
    round.deliverDue();
    var received = Mailbox.of(lea);
    assertThat(received).hasSize(1);
    assertThat(received.getFirst().getSubject()).isEqualTo("Rejoindre l’équipe");
    assertThat(GreenMailUtil.getBody(received.getFirst())).contains("text/plain", "text/html");
  }

  @Test
  void aChangeThatFailsSendsNothing() {
    transaction.executeWithoutResult(status -> {
      mail.send(letter(lea));
      status.setRollbackOnly();
    });
    round.deliverDue();
    assertThat(Mailbox.of(lea)).isEmpty();
  }

  @Test
  void aSecondRoundSendsNothingAgainAndForgetsTheWords() {
    write(lea);
    round.deliverDue();
    round.deliverDue();
    assertThat(Mailbox.of(lea)).hasSize(1);
    assertThat(jdbc.sql("select count(*) from platform_mail where sealed is not null")
        .query(Long.class).single()).isZero();
  }

  @Test
  void aServerThatIsDownIsTriedAgainLater() {
    write(lea);
    Mailbox.close();
    round.deliverDue();
    Mailbox.open();
    round.deliverDue();
    assertThat(Mailbox.of(lea)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    round.deliverDue();
    assertThat(Mailbox.of(lea)).hasSize(1);
  }

  @Test
  void whatIsNoLongerUsefulIsNotSent() {
    write(lea);
    clock.advance(Duration.ofHours(2));
    round.deliverDue();
    assertThat(Mailbox.of(lea)).isEmpty();
    assertThat(state()).isEqualTo("GIVEN_UP");
  }

  @Test
  void anAddressThatIsNoneIsGivenUpAtOnce() {
    write("lea @@ nulle part");
    round.deliverDue();
    assertThat(state()).isEqualTo("GIVEN_UP");
  }

  @Test
  void theLinkOfAWaitingEmailCannotBeReadInTheTable() {
    write(lea);
    var sealed = jdbc.sql("select sealed from platform_mail").query(byte[].class).single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("secret-du-lien", "lea-");
  }

  private void write(String to) {
    transaction.executeWithoutResult(_ -> mail.send(letter(to)));
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
