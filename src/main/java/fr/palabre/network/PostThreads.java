package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.util.Collection;
import java.util.List;

/** What we sent after a post as parts of one thread; the module that publishes implements it. */
public interface PostThreads {
  /** Remote ids of the parts that follow these posts and are out, the posts themselves excluded. */
  List<String> following(WorkspaceId workspace, AccountId account, Collection<String> posts);
}
