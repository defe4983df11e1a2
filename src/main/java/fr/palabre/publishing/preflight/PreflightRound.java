package fr.palabre.publishing.preflight;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountChanged;
import fr.palabre.platform.db.RowScope;
import fr.palabre.publishing.PostId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks over what is to be looked over: once planned, a day before and an hour before. */
@Component
public class PreflightRound {
  private static final int BATCH = 200;
  private final LookStore store;
  private final Preflight preflight;
  private final RowScope scope;
  private final Clock clock;

  PreflightRound(LookStore store, Preflight preflight, RowScope scope, Clock clock) {
    this.store = store;
    this.preflight = preflight;
    this.scope = scope;
    this.clock = clock;
  }

  public void run() {
    while (true) {
      var due = scope.everywhere(() -> store.claim(clock.instant(), BATCH));
      if (due.isEmpty()) return;
      due.forEach(preflight::look);
    }
  }

  /** A person mended something, and wants to know. */
  public void again(WorkspaceId workspace, PostId post) {
    preflight.look(workspace, List.of(post));
  }

  @EventListener
  void on(AccountChanged changed) {
    store.again(changed.workspace(), changed.account(), clock.instant());
  }

  /** What stands in the way of posts that wait, the soonest first. */
  @Transactional(readOnly = true)
  public Map<PostId, List<Finding>> findings(WorkspaceId workspace, int atMost) {
    return store.findings(workspace, atMost);
  }

  /** What stands in the way of this one. */
  @Transactional(readOnly = true)
  public List<Finding> findings(WorkspaceId workspace, PostId post) {
    return store.findings(workspace, post);
  }

  @Transactional(readOnly = true)
  public boolean any(WorkspaceId workspace) {
    return store.any(workspace);
  }
}
