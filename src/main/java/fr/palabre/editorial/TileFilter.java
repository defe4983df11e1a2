package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which contents to show; an empty set of stages and nulls show all. */
public record TileFilter(
    Set<ContentStage> stages, @Nullable NetworkId network, @Nullable AccountId account) {
  public static final TileFilter ALL = new TileFilter(Set.of(), null, null);
}
