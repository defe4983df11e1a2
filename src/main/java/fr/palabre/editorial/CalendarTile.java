package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.time.LocalDateTime;
import java.util.List;

/** What the calendar shows of a content. {@code name} is its title or its first words. */
public record CalendarTile(
    ContentId id,
    String name,
    ContentStage stage,
    LocalDateTime planned,
    List<NetworkId> networks,
    List<AccountId> accounts,
    boolean inDoubt) {}
