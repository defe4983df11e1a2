package fr.palabre.publishing.preflight;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.QuotaForecast;
import fr.palabre.editorial.Check;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Proofs;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountHealth;
import fr.palabre.network.AccountHealths;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.PublishesPosts;
import fr.palabre.platform.db.RowScope;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.PostState;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.preflight.Finding.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks posts over as their networks will, with what is known now. */
@Component
class Preflight {
  private final LookStore store;
  private final Publication publication;
  private final Deliveries deliveries;
  private final QuotaForecast forecast;
  private final Contents contents;
  private final Proofs proofs;
  private final Accounts accounts;
  private final AccountHealths healths;
  private final LinkTry links;
  private final RowScope scope;
  private final Clock clock;

  Preflight(LookStore store, Publication publication, Deliveries deliveries,
      QuotaForecast forecast, Contents contents, Proofs proofs, Accounts accounts,
      AccountHealths healths, LinkTry links, RowScope scope, Clock clock) {
    this.store = store;
    this.publication = publication;
    this.deliveries = deliveries;
    this.forecast = forecast;
    this.contents = contents;
    this.proofs = proofs;
    this.accounts = accounts;
    this.healths = healths;
    this.links = links;
    this.scope = scope;
    this.clock = clock;
  }

  /** Outside a transaction: links are asked. */
  void look(WorkspaceId workspace, List<PostId> posts) {
    var health = scope.within(workspace.value(), () -> healths.of(workspace)).stream()
        .collect(Collectors.toMap(h -> h.account().id(), Function.identity()));
    for (var post : posts) look(workspace, post, health);
  }

  private void look(WorkspaceId workspace, PostId id, Map<AccountId, AccountHealth> health) {
    var seen = scope.within(workspace.value(), () -> publication.find(workspace, id)
        .filter(post -> post.state() == PostState.WAITING)
        .map(post -> seen(post, health)));
    if (seen.isEmpty()) return;
    var findings = new ArrayList<>(seen.get().findings());
    links.dead(seen.get().texts()).forEach(link -> findings.add(new Finding(Kind.LINK, link)));
    scope.within(workspace.value(),
        () -> store.looked(workspace, id, findings, clock.instant()));
  }

  private Seen seen(ScheduledPost post, Map<AccountId, AccountHealth> health) {
    var found = new ArrayList<Finding>();
    var account = accounts.account(post.workspace(), post.account());
    access(post, account, health.get(account.id()), found);
    content(post, found);
    var acts = deliveries.of(post.workspace(), post.id().parts()).stream()
        .map(Delivery::act).toList();
    forecast.full(account, accounts.quotas(account), acts, post.due(), List.of(post.id().value()))
        .ifPresent(_ -> found.add(Finding.of(Kind.QUOTA)));
    return new Seen(found, texts(acts));
  }

  private void access(ScheduledPost post, ConnectedAccount account,
      @Nullable AccountHealth health, List<Finding> found) {
    if (!accounts.can(account, PublishesPosts.class)) found.add(Finding.of(Kind.ABILITY));
    if (account.standing() != ConnectedAccount.Standing.CONNECTED)
      found.add(Finding.of(Kind.DISCONNECTED));
    if (health == null) return;
    var ends = health.tokenExpiresAt();
    if (ends != null && ends.isBefore(post.due())) found.add(Finding.of(Kind.ACCESS_ENDS));
    if (!health.missingScopes().isEmpty())
      found.add(new Finding(Kind.PERMISSION, String.join(", ", health.missingScopes())));
  }

  private void content(ScheduledPost post, List<Finding> found) {
    var content = contents.find(post.workspace(), post.content()).orElse(null);
    if (content == null || !content.isApprovedAsIs() || !content.hash().equals(post.hash())) {
      found.add(Finding.of(Kind.APPROVAL));
      return;
    }
    if (proofs.of(content).checks().stream().anyMatch(check -> stops(check, post)))
      found.add(Finding.of(Kind.CONTENT));
  }

  private static boolean stops(Check check, ScheduledPost post) {
    return check.kind().isBlocking() && check.kind() != Check.Kind.ACCOUNT_DISCONNECTED
        && check.sheet() != null && check.sheet().account().id().equals(post.account());
  }

  private static List<String> texts(List<Act> acts) {
    return acts.stream()
        .flatMap(act -> act instanceof Act.Publish(var draft)
            ? Stream.of(draft.text()) : Stream.<String>empty())
        .toList();
  }

  private record Seen(List<Finding> findings, List<String> texts) {}
}
