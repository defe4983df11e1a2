package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import fr.palabre.network.PostDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one account is to send.
 *
 * @param parts the messages of the thread in order; one if it is no thread
 * @param firstReply sent once the first part is out; null for none
 */
public record ReadyAdaptation(
    AdaptationId id, AccountId account, List<PostDraft> parts, @Nullable PostDraft firstReply) {}
