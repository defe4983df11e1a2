package fr.palabre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
class RowScopeTest {
  @Autowired Brands brands;
  @Autowired JdbcClient jdbc;

  @Test
  void aQueryWithoutItsWhereReturnsNoRowOfAnotherBrand() {
    var mine = brands.brand();
    var other = brands.brand();
    brands.member(mine, Role.READER);
    brands.member(other, Role.READER);
    assertThat(brands.within(mine, this::memberships)).isEqualTo(1);
  }

  @Test
  void aQueryOutsideAnyBrandReturnsNothing() {
    brands.member(brands.brand(), Role.READER);
    assertThat(memberships()).isZero();
  }

  @Test
  void theConnectingRoleOwnsNothing() {
    var owned = jdbc.sql("select count(*) from pg_class where relowner = "
        + "(select oid from pg_roles where rolname = current_user)").query(Long.class).single();
    assertThat(owned).isZero();
  }

  private long memberships() {
    return jdbc.sql("select count(*) from identity_membership").query(Long.class).single();
  }
}
