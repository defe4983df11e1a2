package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * Posts of an account were read on their network. Told in the transaction that keeps their figures.
 *
 * @param shown remote ids of those that are there
 * @param missing remote ids of those it no longer shows
 */
public record PostsRead(WorkspaceId workspace, AccountId account, List<String> shown,
    List<String> missing, Instant at) {}
