package fr.palabre.editorial;

import fr.palabre.network.NetworkId;
import org.jspecify.annotations.Nullable;

/** Which contents a list shows; nulls and empty words show all. */
public record ListFilter(
    @Nullable ContentStage stage, @Nullable NetworkId network, String words) {}
