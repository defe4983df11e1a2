package fr.palabre.publishing;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Deliveries;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.WorkspaceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a post whose hour is missed, chosen content by content. */
@Component
@Transactional
public class LateChoices {
  private final LateStore store;
  private final LatePolicy policy;
  private final PostStore posts;
  private final Schedule schedule;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  LateChoices(LateStore store, LatePolicy policy, PostStore posts, Schedule schedule,
      Deliveries deliveries, AuditTrail audit) {
    this.store = store;
    this.policy = policy;
    this.posts = posts;
    this.schedule = schedule;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public LateChoice of(WorkspaceId workspace, ContentId content) {
    return store.choice(workspace, content);
  }

  /** Holds for what of it has not begun, and for what is planned of it later. */
  public void choose(Member me, ContentId content, LateChoice choice) {
    var workspace = me.workspaceId();
    if (choice.equals(store.choice(workspace, content))) return;
    var waiting = posts.of(workspace, content);
    // What is validated goes out when those say who may decide that.
    if (!waiting.isEmpty() && !me.may(Permission.PUBLISH)) return;
    store.choose(workspace, content, choice);
    audit.record(workspace.value(), me.userId(), "post.late.chosen", content.value(), "");
    var rule = choice.over(policy.of(workspace));
    for (var post : waiting) {
      store.hold(post, rule);
      for (var part : schedule.waiting(post))
        deliveries.latest(workspace, part.id(), rule.latest(post.due()), rule.skips());
    }
  }
}
