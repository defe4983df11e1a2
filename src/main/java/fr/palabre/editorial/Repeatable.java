package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import java.time.LocalDate;
import java.util.List;

/**
 * A content as far as coming back goes.
 *
 * @param validated whether it was validated as it stands now
 * @param days on which its words went out, or are to, in whatever content; soonest first
 */
public record Repeatable(
    ContentId id,
    String name,
    ContentStage stage,
    boolean validated,
    List<AccountId> accounts,
    List<LocalDate> days) {}
