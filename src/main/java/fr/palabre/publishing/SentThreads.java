package fr.palabre.publishing;

import fr.palabre.delivery.Deliveries;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.PostThreads;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the threads and first replies that went out from here. */
@Component
class SentThreads implements PostThreads {
  private final PostStore posts;
  private final Deliveries deliveries;

  SentThreads(PostStore posts, Deliveries deliveries) {
    this.posts = posts;
    this.deliveries = deliveries;
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> following(WorkspaceId workspace, AccountId account,
      Collection<String> first) {
    var threads = posts.out(workspace, account, first).stream()
        .flatMap(p -> p.id().messages().stream()).toList();
    var known = Set.copyOf(first);
    return SentWords.of(deliveries.of(workspace, threads)).stream()
        .map(Afterwards.Message::remoteId).filter(id -> !known.contains(id)).toList();
  }
}
