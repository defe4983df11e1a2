package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Posts of an account were read on their network, and what follows them in their threads. Told in
 * the transaction that keeps their figures.
 *
 * @param shown those that are there, by remote id
 * @param missing remote ids of those it no longer shows
 */
public record PostsRead(WorkspaceId workspace, AccountId account, Map<String, PostSeen> shown,
    List<String> missing, Instant at) {}
