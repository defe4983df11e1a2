package fr.palabre.testing;

import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.AccountSession;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Credentials;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.EditsPosts;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.Reading;
import fr.palabre.network.SendsImagesAhead;
import fr.palabre.network.Settlement;
import fr.palabre.platform.secrets.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A network that does as it is told, and keeps what it accepted even when it does not say so. It
 * recognises no repeat: whatever is sent twice is there twice.
 */
public class FakeNetwork implements SendsImagesAhead, EditsPosts, DeletesPosts, LikesPosts {
  public static final NetworkId ID = new NetworkId("essai");

  /** What to do with the next call; it accepts by calling the supplier, or does not. */
  public interface Behaviour {
    DeliveryOutcome on(Supplier<Delivered> accept);
  }

  public static final Behaviour ACCEPT = Supplier::get;
  public static final Behaviour ACCEPT_THEN_CUT = accept -> {
    accept.get();
    return new Unknown("connection reset");
  };
  public static final Behaviour CUT = _ -> new Unknown("connection reset");

  public record Online(AccountId account, DeliveryKey key, PostDraft draft, String remoteId) {
    public String text() {
      return draft.text();
    }
  }

  public final List<Online> online = new CopyOnWriteArrayList<>();
  public final List<DeliveryKey> keys = new CopyOnWriteArrayList<>();
  public final List<PostDraft.Image> sentAhead = new CopyOnWriteArrayList<>();
  public final List<String> acts = new CopyOnWriteArrayList<>();
  public final AtomicInteger readings = new AtomicInteger();
  public volatile boolean readable = true;
  public volatile List<QuotaRule> rules = List.of();
  private final Queue<Behaviour> script = new ArrayDeque<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** What the next calls meet, one each; the others are accepted. */
  public synchronized void next(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
  }

  public static Behaviour answering(DeliveryOutcome outcome) {
    return _ -> outcome;
  }

  public synchronized void forget() {
    script.clear();
    online.clear();
    keys.clear();
    acts.clear();
    sentAhead.clear();
    readings.set(0);
    readable = true;
    rules = List.of();
  }

  public List<String> texts() {
    return online.stream().map(Online::text).toList();
  }

  /** Connects an account of it. */
  public static AccountId connect(Accounts accounts, Workspace brand) {
    return connect(accounts, brand, UUID.randomUUID().toString());
  }

  /** Connects that account of it, again if it was. */
  public static AccountId connect(Accounts accounts, Workspace brand, String remoteId) {
    return accounts.connect(brand.id(), null, ID, new Connected(remoteId, "compte", "Compte", null,
        Map.of(), new Credentials(Map.of("token", new Secret("t")), null), Set.of()));
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    keys.add(key);
    return behaviour().on(() -> {
      var id = "m" + ids.incrementAndGet();
      online.add(new Online(session.account().id(), key, draft, id));
      return new Delivered(id, URI.create("https://essai.test/" + id));
    });
  }

  @Override
  public Reading<String> sendAhead(AccountSession session, PostDraft.Image image) {
    sentAhead.add(image);
    return new Reading.Read<>("image-" + sentAhead.size());
  }

  @Override
  public Settlement settle(AccountSession session, PostDraft draft, DeliveryKey key,
      Instant submittedAt) {
    readings.incrementAndGet();
    if (!readable) return new Settlement.CannotTell("no answer");
    return online.stream().filter(o -> o.key().equals(key)).findFirst()
        .<Settlement>map(o -> new Settlement.Found(o.remoteId(),
            URI.create("https://essai.test/" + o.remoteId())))
        .orElseGet(Settlement.Absent::new);
  }

  @Override
  public DeliveryOutcome edit(AccountSession session, String remoteId, PostDraft draft) {
    return act("edit", remoteId);
  }

  @Override
  public DeliveryOutcome delete(AccountSession session, String remoteId) {
    return act("delete", remoteId);
  }

  @Override
  public DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key) {
    return act("like", remoteId);
  }

  @Override
  public DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key) {
    return act("unlike", remoteId);
  }

  private DeliveryOutcome act(String act, String remoteId) {
    return behaviour().on(() -> {
      acts.add(act + " " + remoteId);
      return new Delivered(remoteId, null);
    });
  }

  private synchronized Behaviour behaviour() {
    var next = script.poll();
    return next == null ? ACCEPT : next;
  }

  @Override
  public NetworkId id() {
    return ID;
  }

  @Override
  public String name() {
    return "Essai";
  }

  @Override
  public List<QuotaRule> quotas(ConnectedAccount account) {
    return rules;
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return new Limits(300, Limits.Unit.GRAPHEMES, null, null, false,
        new Limits.ImageRules(4, 1_000_000, null, List.of("image/png", "image/jpeg"), 1000), false,
        Set.of(), true);
  }
}
