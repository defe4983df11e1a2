package fr.palabre.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of what {@code bin/bench engine kills} plays: PostgreSQL dies by kill -9 and comes back. */
class DatabaseKillsTest {
  @TempDir Path data;

  @Test
  void aDatabaseKilledAtAnyStepOfTheJournalDoublesLosesAndDisordersNoPost() {
    var all = Histories.withDatabaseKilled(3, 7, data);
    assertThat(all.failures()).isEmpty();
    assertThat(all.kills()).isGreaterThan(3);
  }
}
