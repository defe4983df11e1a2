package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.testing.Brands;
import fr.palabre.testing.FakeNetwork;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import fr.palabre.identity.Workspace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
@Import(FakeNetwork.class)
class QuotasTest {
  private static final Instant RESET = Instant.parse("2026-11-22T10:00:00Z");
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired Quotas quotas;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Workspace brand;
  private ConnectedAccount account;

  @BeforeEach
  void account() {
    brand = brands.brand();
    account = accounts.account(brand.id(), FakeNetwork.connect(accounts, brand, "compte"));
  }

  @Test
  void aFigureThatHardlyMovedIsNotWrittenAgain() {
    quotas.seen(account, "calls", 3000L, 2900, RESET);
    quotas.seen(account, "calls", 3000L, 2880, RESET);
    assertThat(left()).isEqualTo(2900);
  }

  @Test
  void aFigureIsNeverWrongByMoreThanAHundredth() {
    quotas.seen(account, "calls", 3000L, 2900, RESET);
    quotas.seen(account, "calls", 3000L, 2869, RESET);
    assertThat(left()).isEqualTo(2869);
  }

  @Test
  void whereLittleIsLeftEachFigureIsWritten() {
    quotas.seen(account, "calls", 3000L, 600, RESET);
    quotas.seen(account, "calls", 3000L, 599, RESET);
    assertThat(left()).isEqualTo(599);
  }

  @Test
  void aNewWindowIsWrittenAtOnce() {
    quotas.seen(account, "calls", 3000L, 2900, RESET);
    quotas.seen(account, "calls", 3000L, 2899, RESET.plus(Duration.ofMinutes(5)));
    assertThat(left()).isEqualTo(2899);
  }

  @Test
  void aFigureIsWrittenAgainAfterAWhile() {
    quotas.seen(account, "calls", 3000L, 2900, RESET);
    clock.advance(Duration.ofSeconds(5));
    quotas.seen(account, "calls", 3000L, 2899, RESET);
    assertThat(left()).isEqualTo(2899);
  }

  private long left() {
    return brands.within(brand, () -> jdbc.sql(
            "select remaining from network_quota where account_id = :id and bucket = 'calls'")
        .param("id", account.id().value()).query(Long.class).single());
  }
}
