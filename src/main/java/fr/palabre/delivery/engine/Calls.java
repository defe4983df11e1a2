package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Standing.InDoubt;
import fr.palabre.network.AccountSession;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.EditsPosts;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.NetworkConnector;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.Settlement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the calls. Whatever happens is an outcome: an exception is a bug, and says so. */
@Component
class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private final Accounts accounts;
  private final NetworkCalls network;
  private final ImagesAhead images;

  Calls(Accounts accounts, NetworkCalls network, ImagesAhead images) {
    this.accounts = accounts;
    this.network = network;
    this.images = images;
  }

  DeliveryOutcome send(ConnectedAccount account, Due due) {
    var key = due.delivery().id().key();
    return switch (due.act()) {
      case Act.Publish(PostDraft draft) -> publish(account, draft, key, due);
      case Act.Like(String id) ->
          call(account, LikesPosts.class, (c, s) -> c.like(s, id, key), due);
      case Act.Unlike(String id) ->
          call(account, LikesPosts.class, (c, s) -> c.unlike(s, id, key), due);
      case Act.Delete(String id) ->
          call(account, DeletesPosts.class, (c, s) -> c.delete(s, id), due);
      case Act.Edit(String id, PostDraft draft) ->
          edit(account, id, draft, due);
    };
  }

  private DeliveryOutcome publish(ConnectedAccount account, PostDraft draft, DeliveryKey key,
      Due due) {
    var ready = images.ready(due.delivery(), draft);
    return call(account, PublishesPosts.class, (c, s) -> c.publish(s, ready, key), due);
  }

  private DeliveryOutcome edit(ConnectedAccount account, String id, PostDraft draft, Due due) {
    var ready = images.ready(due.delivery(), draft);
    return call(account, EditsPosts.class, (c, s) -> c.edit(s, id, ready), due);
  }

  /** How many images it still has to send. */
  int imagesOf(Due due) {
    return images.left(due.delivery());
  }

  /** Reads the account back. */
  Settlement settle(ConnectedAccount account, Due due, InDoubt doubt) {
    if (!(due.act() instanceof Act.Publish(PostDraft draft)))
      throw new IllegalStateException("Only a message is looked for: " + due.delivery().id());
    var d = due.delivery();
    var ready = images.ready(d, draft);
    try {
      return network.call(account, PublishesPosts.class, (c, s) ->
          c.settle(s, ready, d.id().key(), doubt.submittedAt()));
    } catch (RuntimeException e) {
      log.error("Delivery {} could not be looked for", d.id(), e);
      return new Settlement.CannotTell(e.getClass().getSimpleName());
    }
  }

  private <A extends NetworkConnector> DeliveryOutcome call(ConnectedAccount account,
      Class<A> ability, BiFunction<A, AccountSession, DeliveryOutcome> act, Due due) {
    if (!accounts.can(account, ability))
      return new Rejected(Reason.INVALID, "no-" + ability.getSimpleName(), "");
    var left = new AtomicBoolean();
    try {
      return network.call(account, ability, (connector, session) -> {
        left.set(true);
        return act.apply(connector, session);
      });
    } catch (RuntimeException e) {
      log.error("Delivery {} failed in its call", due.delivery().id(), e);
      var cause = e.getClass().getSimpleName();
      return left.get() ? new Unknown(cause) : new NotSent(cause);
    }
  }
}
