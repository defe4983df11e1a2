package fr.palabre.publishing;

import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Freezes;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Workspaces;
import fr.palabre.identity.Workspaces.Place;
import fr.palabre.platform.db.RowScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** One gesture for somebody who looks after several brands: all of theirs stop. */
@Component
public class FreezeEverywhere {
  private final Workspaces workspaces;
  private final Freezes freezes;
  private final RowScope scope;

  FreezeEverywhere(Workspaces workspaces, Freezes freezes, RowScope scope) {
    this.workspaces = workspaces;
    this.freezes = freezes;
    this.scope = scope;
  }

  /** The brands in which this person may stop what goes out. */
  public List<Place> brands(Member me) {
    return workspaces.of(me.user()).stream()
        .filter(place -> place.role().may(Permission.FREEZE))
        .toList();
  }

  /**
   * Stops each brand in a transaction of its own.
   *
   * @return how many calls had already begun
   */
  public int freeze(Member me, String reason) {
    return brands(me).stream().mapToInt(place -> freeze(me, place, reason)).sum();
  }

  private int freeze(Member me, Place place, String reason) {
    var there = new Member(me.user(), me.name(), workspaces.workspace(place.id()), place.role(),
        place.role().permissions(), me.locale(), me.theme());
    return scope.within(place.id().value(),
        () -> freezes.freeze(there, new FreezeScope.Brand(), reason));
  }
}
