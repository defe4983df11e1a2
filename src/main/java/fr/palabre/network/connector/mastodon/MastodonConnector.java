package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.AccountSettings;
import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.EditsPosts;
import fr.palabre.network.Inbound;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.Limits;
import fr.palabre.network.Look;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostSeen;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.Quotas;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.network.SendsImagesAhead;
import fr.palabre.network.Settlement;
import fr.palabre.platform.http.Outgoing;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Mastodon: each ability in the class that holds it. */
@Component
class MastodonConnector
    implements ConnectsByOAuth, SendsImagesAhead, EditsPosts, DeletesPosts, LikesPosts,
        ReadsActivity, ReportsMetrics {
  private final MastodonConnection connection;
  private final MastodonPosts posts;
  private final MastodonSettling settling;
  private final MastodonLikes likes;
  private final MastodonActivity activity;
  private final MastodonMetrics metrics;

  @Autowired
  MastodonConnector(Outgoing http, Quotas quotas, AccountSettings settings, Clock clock) {
    this(http, quotas::seen, settings::learnt, Pause::really, clock);
  }

  MastodonConnector(
      Outgoing http, Quota.Seen quotas, ServerRules.Learnt learnt, Pause pause, Clock clock) {
    var api = new MastodonApi(http, quotas, clock);
    var errors = new MastodonErrors(clock);
    var rules = new ServerRules(api, learnt, clock);
    this.connection = new MastodonConnection(api, rules, clock);
    this.posts = new MastodonPosts(api, errors, new MastodonMedia(api, pause));
    this.settling = new MastodonSettling(api, clock);
    this.likes = new MastodonLikes(api, errors);
    this.activity = new MastodonActivity(api, errors, rules, clock);
    this.metrics = new MastodonMetrics(api, errors);
  }

  @Override
  public NetworkId id() {
    return new NetworkId("mastodon");
  }

  @Override
  public String name() {
    return "Mastodon";
  }

  @Override
  public Look look() {
    return new Look(true, true, false, List.of("reply", "repost", "star", "more"));
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return MastodonSettings.limits(account);
  }

  @Override
  public List<QuotaRule> quotas(ConnectedAccount account) {
    return MastodonSettings.QUOTAS;
  }

  @Override
  public List<ConnectField> fields() {
    return MastodonSettings.FIELDS;
  }

  @Override
  public Authorization begin(Map<String, String> form, URI redirect, String state) {
    return connection.begin(form, redirect, state);
  }

  @Override
  public ConnectResult complete(Map<String, String> memory, String code, URI redirect) {
    return connection.complete(memory, code, redirect);
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    return posts.publish(session, draft, key);
  }

  @Override
  public Reading<String> sendAhead(AccountSession session, PostDraft.Image image) {
    return posts.sendAhead(session, image);
  }

  @Override
  public Settlement settle(
      AccountSession session, PostDraft draft, DeliveryKey key, Instant submittedAt) {
    return settling.settle(session, draft, submittedAt);
  }

  @Override
  public DeliveryOutcome edit(AccountSession session, String remoteId, PostDraft draft) {
    return posts.edit(session, remoteId, draft);
  }

  @Override
  public DeliveryOutcome delete(AccountSession session, String remoteId) {
    return posts.delete(session, remoteId);
  }

  @Override
  public DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key) {
    return likes.like(session, remoteId, true);
  }

  @Override
  public DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key) {
    return likes.like(session, remoteId, false);
  }

  @Override
  public Reading<ActivityPage> activity(AccountSession session, @Nullable String cursor) {
    return activity.activity(session, cursor);
  }

  @Override
  public List<Inbound> understand(ConnectedAccount account, RawEvent event) {
    return MastodonUnderstanding.of(account, event.payload());
  }

  @Override
  public Offer offer() {
    return MastodonMetrics.OFFER;
  }

  @Override
  public Reading<Map<String, PostSeen>> postMetrics(
      AccountSession session, List<String> ids) {
    return metrics.posts(session, ids);
  }

  @Override
  public Reading<Map<Metric, Long>> accountMetrics(AccountSession session, Instant now) {
    return metrics.account(session);
  }
}
