package fr.palabre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.platform.db.Remembered;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
class RememberedTest {
  @Autowired Remembered remembered;
  @Autowired RowScope scope;
  @Autowired Brands brands;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  private Workspace mine;
  private int asked;

  @BeforeEach
  void aBrand() {
    mine = brands.brand();
    asked = 0;
  }

  @Test
  void nothingIsAskedTwiceWhileNothingWasWritten() {
    assertThat(people(mine)).isEqualTo(people(mine)).isZero();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whatWasWrittenShowsAtOnce() {
    people(mine);
    brands.member(mine, Role.READER);
    assertThat(people(mine)).isEqualTo(1);
  }

  @Test
  void whatTheEngineWroteForAnyBrandShowsAtOnce() {
    people(mine);
    scope.everywhere(() -> jdbc.sql("select 1").query(Integer.class).single());
    people(mine);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void writingInOneBrandLeavesTheOthersTheirMemory() {
    var other = brands.brand();
    people(other);
    asked = 0;
    scope.within(mine.id().value(), () -> jdbc.sql("select 1").query(Integer.class).single());
    people(other);
    assertThat(asked).isZero();
  }

  @Test
  void aBrandIsNeverToldAnothers() {
    brands.member(mine, Role.READER);
    people(mine);
    assertThat(people(brands.brand())).isZero();
  }

  @Test
  void whatAnotherNodeWroteShowsAfterTwoSeconds() {
    people(mine);
    clock.advance(Remembered.LONGEST);
    people(mine);
    assertThat(asked).isEqualTo(2);
  }

  private long people(Workspace brand) {
    // Read as a page is read: in a transaction that writes nothing.
    try (var page = scope.open(brand.id().value(), true)) {
      return remembered.of(brand.id().value(), new People(), () -> {
        asked++;
        return jdbc.sql("select count(*) from identity_membership").query(Long.class).single();
      });
    }
  }

  private record People() {}
}
