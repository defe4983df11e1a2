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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PalabreTest
@Import(Desk.class)
class CalendarTilesTest {
  private static final LocalDateTime NOVEMBER = LocalDateTime.parse("2026-11-01T00:00");
  @Autowired Brands brands;
  @Autowired Desk.Hand hand;
  @Autowired Contents contents;
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
    assertThat(november(brand, new TileFilter(Set.of(ContentStage.DRAFT), Desk.NOTE, null)))
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
    var me = brands.member(brand, Role.COMMUNITY_MANAGER);
    var body = new ContentBody(title, "", List.of(), "", null, "fr",
        List.of(Adaptation.of(hand.account(brand, Desk.NOTE))));
    var id = hand.save(me, ContentId.next(), 0, body).id();
    hand.as(me, () -> contents.plan(me, id, LocalDateTime.parse(local)));
  }
}
