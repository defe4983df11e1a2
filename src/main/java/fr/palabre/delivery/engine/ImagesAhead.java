package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Spent;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.Image;
import fr.palabre.network.Reading.Read;
import fr.palabre.network.SendsImagesAhead;
import fr.palabre.platform.files.FileStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends images a little before the posts that show them, so that at their minute only the words are
 * left to send. Whatever fails here is sent with its post, and told there.
 */
@Component
class ImagesAhead {
  static final Duration LEAD = Duration.ofMinutes(2);
  private static final Duration TOO_CLOSE = Duration.ofSeconds(5);
  private static final int BATCH = 50;
  private static final Logger log = LoggerFactory.getLogger(ImagesAhead.class);
  private final AheadStore store;
  private final Ledger ledger;
  private final Accounts accounts;
  private final NetworkCalls network;
  private final FileStore files;
  private final Clock clock;

  ImagesAhead(AheadStore store, Ledger ledger, Accounts accounts, NetworkCalls network,
      FileStore files, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.accounts = accounts;
    this.network = network;
    this.files = files;
    this.clock = clock;
  }

  /** Sends all that is due soon, and returns. */
  void send() {
    store.forgetOld(clock.instant());
    for (var some = claim(); !some.isEmpty(); some = claim()) together(some);
  }

  void together(List<Delivery> some) {
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var post : some) workers.execute(() -> send(post));
    }
  }

  /** The draft with its files where they lie, and with their names on the network if they have. */
  PostDraft ready(Delivery d, PostDraft draft) {
    if (draft.images().isEmpty()) return draft;
    var names = names(d);
    var images = draft.images().stream()
        .map(i -> onDisk(i, names.get(i.file().toString())))
        .toList();
    return new PostDraft(draft.text(), images, draft.replyTo(), draft.link(), draft.visibility(),
        draft.contentWarning(), draft.language());
  }

  // A first attempt that failed may have failed because of them: then they are sent anew.
  private Map<String, String> names(Delivery d) {
    if (d.attempts() > 0 || !(d.act() instanceof Act.Publish)) return Map.of();
    try {
      return store.names(d, clock.instant());
    } catch (DataAccessException | TransactionException e) {
      log.warn("Delivery {}: its images go with it: {}", d.id(), e.getMessage());
      return Map.of();
    }
  }

  private List<Delivery> claim() {
    var now = clock.instant();
    return store.claim(now.plus(TOO_CLOSE), now.plus(LEAD), now, BATCH);
  }

  void send(Delivery post) {
    try {
      var account = accounts.account(post.workspace(), post.account());
      if (account.standing() != ConnectedAccount.Standing.CONNECTED
          || !accounts.can(account, SendsImagesAhead.class)
          || !(post.act() instanceof Act.Publish(PostDraft draft))
          || !paid(account, draft)) return;
      var names = new HashMap<String, String>();
      for (var image : draft.images()) {
        var told = network.call(account, SendsImagesAhead.class,
            (connector, session) -> connector.sendAhead(session, onDisk(image, null)));
        if (!(told instanceof Read<String>(String name))) break;
        names.put(image.file().toString(), name);
      }
      store.keep(post, names);
      log.info("Delivery {}: {} images went ahead", post.id(), names.size());
    } catch (RuntimeException e) {
      log.warn("Delivery {}: its images will go with it", post.id(), e);
    }
  }

  // What does not fit goes with its post, once it fits.
  private boolean paid(ConnectedAccount account, PostDraft draft) {
    return ledger.spend(account.workspace(), account.id(),
        Cost.ofImages(draft.images().size(), accounts.quotas(account)));
  }

  /** How many images an act still has to send. */
  int left(Delivery d) {
    var all = Spent.images(d.act());
    return all == 0 ? 0 : Math.max(0, all - names(d).size());
  }

  private Image onDisk(Image image, @Nullable String sent) {
    return new Image(files.resolve(image.file()), image.mimeType(), image.bytes(), image.width(),
        image.height(), image.altText(), sent);
  }
}
