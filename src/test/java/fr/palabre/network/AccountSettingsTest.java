package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Workspace;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PalabreTest
class AccountSettingsTest {
  @Autowired Accounts accounts;
  @Autowired AccountSettings settings;
  @Autowired Brands brands;

  @Test
  void whatIsLearntLaterStandsOverWhatWasKnownAndLeavesTheRest() {
    var brand = brands.brand();
    var account = connected(brand);
    settings.learnt(account, Map.of("maxCharacters", "1000", "maxImages", "6"));
    assertThat(accounts.account(brand.id(), account.id()).settings()).isEqualTo(Map.of(
        "server", "https://mastodon.exemple", "maxCharacters", "1000", "maxImages", "6"));
  }

  @Test
  void whatOneBrandLearnsIsNotTaughtToAnother() {
    var brand = brands.brand();
    var other = brands.brand();
    var account = connected(brand);
    var theirs = connected(other);
    settings.learnt(account, Map.of("maxCharacters", "1000"));
    assertThat(accounts.account(other.id(), theirs.id()).settings())
        .containsEntry("maxCharacters", "500");
  }

  private ConnectedAccount connected(Workspace brand) {
    var id = accounts.connect(brand.id(), null, new NetworkId("mastodon"), new Connected(
        "fournil@mastodon.exemple", "fournil@mastodon.exemple", "Le Fournil", null,
        Map.of("server", "https://mastodon.exemple", "maxCharacters", "500"),
        new Credentials(Map.of("token", new Secret("a token")), null), Set.of()));
    return accounts.account(brand.id(), id);
  }
}
