package fr.palabre.network.connector.bluesky;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectsByForm;
import fr.palabre.network.Credentials;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
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
import fr.palabre.network.RefreshesTokens;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.network.SendsImagesAhead;
import fr.palabre.network.Settlement;
import fr.palabre.platform.http.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Bluesky: each ability in the class that holds it. */
@Component
class BlueskyConnector
    implements ConnectsByForm, RefreshesTokens, SendsImagesAhead, DeletesPosts,
        LikesPosts, ReadsActivity, ReportsMetrics {
  private final BlueskyConnection connection;
  private final BlueskyPosts posts;
  private final BlueskyLikes likes;
  private final BlueskyChat chat;
  private final BlueskyActivity activity;
  private final BlueskyMetrics metrics;

  @Autowired
  BlueskyConnector(Outgoing http, Quotas quotas, Clock clock) {
    this(http, quotas::seen, clock);
  }

  BlueskyConnector(Outgoing http, Quota.Seen quotas, Clock clock) {
    var api = new BlueskyApi(http, quotas, clock);
    var errors = new BlueskyErrors(clock);
    this.connection = new BlueskyConnection(api, errors);
    this.posts = new BlueskyPosts(api, errors, clock);
    this.likes = new BlueskyLikes(api, errors, clock);
    this.chat = new BlueskyChat(api, errors, clock);
    this.activity = new BlueskyActivity(api, errors, chat);
    this.metrics = new BlueskyMetrics(api, errors);
  }

  @Override
  public NetworkId id() {
    return new NetworkId("bluesky");
  }

  @Override
  public String name() {
    return "Bluesky";
  }

  @Override
  public Look look() {
    return new Look(false, false, false, List.of("reply", "repost", "heart", "more"));
  }

  @Override
  public List<QuotaRule> quotas(ConnectedAccount account) {
    return BlueskySettings.QUOTAS;
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return BlueskySettings.LIMITS;
  }

  @Override
  public List<ConnectField> fields() {
    return BlueskySettings.FIELDS;
  }

  @Override
  public ConnectResult connect(Map<String, String> form) {
    return connection.connect(form);
  }

  @Override
  public Reading<Credentials> refresh(AccountSession session) {
    return connection.refresh(session);
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    var to = draft.replyTo();
    return to != null && to.direct()
        ? chat.send(session, draft, to)
        : posts.publish(session, draft, key);
  }

  @Override
  public Reading<String> sendAhead(AccountSession session, PostDraft.Image image) {
    return posts.sendAhead(session, image);
  }

  @Override
  public Settlement settle(
      AccountSession session, PostDraft draft, DeliveryKey key, Instant submittedAt) {
    var to = draft.replyTo();
    return to != null && to.direct()
        ? chat.settle(session, draft, to, submittedAt)
        : posts.settle(session, key, submittedAt);
  }

  @Override
  public DeliveryOutcome delete(AccountSession session, String remoteId) {
    return posts.delete(session, remoteId);
  }

  @Override
  public DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key) {
    return ChatId.parse(remoteId)
        .map(it -> chat.react(session, it, true))
        .orElseGet(() -> likes.like(session, remoteId));
  }

  @Override
  public DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key) {
    return ChatId.parse(remoteId)
        .map(it -> chat.react(session, it, false))
        .orElseGet(() -> likes.unlike(session, remoteId));
  }

  @Override
  public Reading<ActivityPage> activity(AccountSession session, @Nullable String cursor) {
    return activity.activity(session, cursor);
  }

  @Override
  public List<Inbound> understand(ConnectedAccount account, RawEvent event) {
    return ChatId.parse(event.externalId()).isPresent()
        ? ChatUnderstanding.of(account, event.payload())
        : BlueskyUnderstanding.of(account, event.payload());
  }

  @Override
  public Offer offer() {
    return BlueskyMetrics.OFFER;
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
