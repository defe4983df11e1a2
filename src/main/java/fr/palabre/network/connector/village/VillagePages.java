package fr.palabre.network.connector.village;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.connector.village.SquareView.Said;
import fr.palabre.network.connector.village.VillageStore.Household;
import fr.palabre.network.connector.village.VillageStore.Square;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The village as its people see it: where the permalinks of the demo network lead. */
@Controller
@RequestMapping("/{brand}/" + VillagePages.PATH)
@Requires(Permission.CONTENT_READ)
class VillagePages {
  static final String PATH = "place-du-village";
  private final VillageStore store;
  private final Clock clock;

  VillagePages(VillageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/{id}")
  String square(Member me, @PathVariable String id, Model model) {
    var now = clock.instant();
    var thread = store.thread(me.workspaceId().value(), id, now)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var household = store.household(thread.place());
    var said = store.said(thread, now).stream().map(m -> said(m, thread, household)).toList();
    model.addAttribute("square", new SquareView(household.name(), said));
    return "network/village/square";
  }

  private static Said said(VillageMessage message, Square thread, Household household) {
    if (message.author() == null)
      return new Said(household.name(), thread.place().handle(), message.body(), message.at(), true);
    var who = Villager.of(message.author());
    return new Said(who.name(), who.handle(), message.body(), message.at(), false);
  }
}
