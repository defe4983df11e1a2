package fr.palabre.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PalabreTest
class CalendarTilesTest {
  private static final NetworkId VILLAGE = new NetworkId("village");
  private static final LocalDateTime NOVEMBER = LocalDateTime.parse("2026-11-01T00:00");
  @Autowired Brands brands;
  @Autowired ContentStore store;
  @Autowired CalendarTiles tiles;

  @Test
  void aMonthShowsWhatIsPlannedInItInOrder() {
    var brand = brands.brand();
    plan(brand, "Second", "2026-11-20T18:00");
    plan(brand, "Premier", "2026-11-01T00:00");
    plan(brand, "Mois suivant", "2026-12-01T00:00");
    assertThat(november(brand, TileFilter.ALL)).extracting(CalendarTile::name)
        .containsExactly("Premier", "Second");
  }

  @Test
  void filtersKeepTheNetworkAndStageAsked() {
    var brand = brands.brand();
    plan(brand, "Au village", "2026-11-20T18:00");
    assertThat(november(brand, new TileFilter(Set.of(ContentStage.DRAFT), VILLAGE, null)))
        .hasSize(1);
    assertThat(november(brand, new TileFilter(Set.of(ContentStage.SCHEDULED), null, null)))
        .isEmpty();
    assertThat(november(brand, new TileFilter(Set.of(), new NetworkId("autre"), null))).isEmpty();
    assertThat(november(brand, new TileFilter(Set.of(), null, AccountId.next()))).isEmpty();
  }

  private List<CalendarTile> november(Workspace brand, TileFilter filter) {
    return brands.within(brand, () ->
        tiles.between(brand.id(), NOVEMBER, NOVEMBER.plusMonths(1), filter));
  }

  private void plan(Workspace brand, String title, String local) {
    var by = brands.member(brand, Role.COMMUNITY_MANAGER).user();
    var account = AccountId.next();
    var body = new ContentBody(title, "", List.of(), "", null, List.of(Adaptation.of(account)));
    brands.within(brand, () -> {
      var id = ContentId.next();
      store.insert(brand.id(), id, by);
      store.write(brand.id(), id, 1, body, Fingerprint.of(body), by, "", Map.of(account, VILLAGE));
      store.plan(brand.id(), id, new Planned(LocalDateTime.parse(local), brand.zone()));
      return id;
    });
  }
}
