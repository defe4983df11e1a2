package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.util.Collection;
import java.util.List;

/**
 * What we sent after a post: parts of one thread, a first reply; the module that publishes
 * implements it.
 */
public interface PostThreads {
  /** Remote ids of what follows these posts and is out, the posts themselves excluded. */
  List<String> following(WorkspaceId workspace, AccountId account, Collection<String> posts);
}
