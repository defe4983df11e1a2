package fr.palabre.network.connector.village;

import static fr.palabre.network.DeliveryOutcome.Reason.*;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectsByForm;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.EditsPosts;
import fr.palabre.network.Inbound;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.Limits;
import fr.palabre.network.Look;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.network.Settlement;
import fr.palabre.platform.PalabreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo network: no account, no key, no call outside; everybody there is made up. */
@Component
class VillageConnector implements ConnectsByForm, PublishesPosts, EditsPosts, DeletesPosts,
    LikesPosts, ReadsActivity, ReportsMetrics {
  static final NetworkId ID = new NetworkId("village");
  static final Limits LIMITS = new Limits(500, Limits.Unit.GRAPHEMES, null, null, false,
      new Limits.ImageRules(4, 8_000_000, null,
          List.of("image/jpeg", "image/png", "image/webp", "image/gif"), 1_000),
      true, Set.of(), true);
  private static final Offer OFFER = new Offer(
      List.of(Metric.VIEWS, Metric.REACH, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES),
      List.of(Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS));
  private final Village village;
  private final VillageGate gate;
  private final VillagePayloads payloads;
  private final boolean offered;

  VillageConnector(Village village, VillageGate gate, VillagePayloads payloads,
      PalabreSettings settings) {
    this.village = village;
    this.gate = gate;
    this.payloads = payloads;
    this.offered = settings.demo();
  }

  @Override
  public NetworkId id() {
    return ID;
  }

  @Override
  public String name() {
    return "Place du village";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public boolean offered() {
    return offered;
  }

  @Override
  public Look look() {
    return new Look(true, true, true, List.of("reply", "heart"));
  }

  @Override
  public List<QuotaRule> quotas(ConnectedAccount account) {
    return List.of(new QuotaRule("writes", Village.WRITES, Village.WRITES_WINDOW,
        Map.of(QuotaRule.Spending.PUBLISH, 1)));
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return LIMITS;
  }

  @Override
  public List<ConnectField> fields() {
    return List.of(new ConnectField("handle", ConnectField.Kind.TEXT, "", true),
        new ConnectField("name", ConnectField.Kind.TEXT, "", true));
  }

  @Override
  public ConnectResult connect(Map<String, String> form) {
    return gate.enter(form.getOrDefault("handle", ""), form.getOrDefault("name", ""));
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    var refused = refusal(draft);
    if (refused != null) return refused;
    return opened(session, () -> village.publish(session.account(), draft, key));
  }

  @Override
  public Settlement settle(AccountSession session, PostDraft draft, DeliveryKey key,
      Instant submittedAt) {
    return village.settle(session.account(), key);
  }

  @Override
  public DeliveryOutcome edit(AccountSession session, String remoteId, PostDraft draft) {
    var refused = refusal(draft);
    if (refused != null) return refused;
    return opened(session, () -> village.edit(session.account(), remoteId, draft.text()));
  }

  @Override
  public DeliveryOutcome delete(AccountSession session, String remoteId) {
    return opened(session, () -> village.delete(session.account(), remoteId));
  }

  @Override
  public DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key) {
    return opened(session, () -> village.like(session.account(), remoteId, true));
  }

  @Override
  public DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key) {
    return opened(session, () -> village.like(session.account(), remoteId, false));
  }

  @Override
  public Reading<ActivityPage> activity(AccountSession session, @Nullable String cursor) {
    return read(session, () -> village.activity(session.account(), cursor));
  }

  @Override
  public Pace pace() {
    return new Pace(Duration.ofSeconds(4), Duration.ofSeconds(30));
  }

  @Override
  public List<Inbound> understand(ConnectedAccount account, RawEvent event) {
    return List.of(payloads.understand(event));
  }

  @Override
  public Offer offer() {
    return OFFER;
  }

  @Override
  public Reading<Map<String, PostSeen>> postMetrics(AccountSession session,
      List<String> ids) {
    return read(session, () -> village.postMetrics(session.account(), ids));
  }

  @Override
  public Reading<Map<Metric, Long>> accountMetrics(AccountSession session, Instant now) {
    return read(session, () -> village.accountMetrics(session.account(), now));
  }

  private DeliveryOutcome opened(AccountSession session, Supplier<DeliveryOutcome> act) {
    return gate.opens(session) ? act.get() : new Disconnected(VillageGate.CLOSED);
  }

  private <T> Reading<T> read(AccountSession session, Supplier<T> reading) {
    return gate.opens(session)
        ? new Reading.Read<>(reading.get())
        : new Reading.Disconnected<>(VillageGate.CLOSED);
  }

  private static @Nullable Rejected refusal(PostDraft draft) {
    var images = LIMITS.images();
    if (draft.text().isBlank() && draft.images().isEmpty())
      return new Rejected(TEXT_EMPTY, "empty", "");
    if (!LIMITS.accepts(draft.text())) return new Rejected(TEXT_TOO_LONG, "too-long", "");
    if (draft.images().size() > images.maxCount())
      return new Rejected(MEDIA_REFUSED, "too-many-images", "");
    for (var image : draft.images()) {
      if (image.bytes() > images.maxBytes()) return new Rejected(MEDIA_TOO_LARGE, "too-heavy", "");
      if (!images.mimeTypes().contains(image.mimeType()))
        return new Rejected(MEDIA_REFUSED, "wrong-type", image.mimeType());
    }
    return null;
  }
}
