package fr.palabre.publishing.web;

import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.Verdict;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.publishing.Mending;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** A person's word on an act that does not go on by itself. */
@Component
class Deciding {
  private final Deliveries deliveries;
  private final Publication publication;
  private final Mending mending;
  private final Clock clock;

  Deciding(Deliveries deliveries, Publication publication, Mending mending, Clock clock) {
    this.deliveries = deliveries;
    this.publication = publication;
    this.mending = mending;
    this.clock = clock;
  }

  /** What can be decided. */
  enum Decision {
    /** It is there: somebody saw it. */
    WENT_OUT,
    /** It is not there: it is sent again. */
    NOT_SENT,
    /** Tries once more what was refused. */
    RETRY,
    /** Tries it once more with lighter images. */
    LIGHTEN,
    /** Sends it at once, however late. */
    RELEASE,
    /** Gives it up, with all that would have come after it. */
    DROP
  }

  /** @throws NoSuchElementException if there is none of that id for this person */
  Delivery delivery(Member me, DeliveryId id) {
    var delivery = deliveries.delivery(me.workspaceId(), id);
    if (!mayDecide(me, delivery))
      throw new NoSuchElementException("No act " + id + " for this person");
    return delivery;
  }

  /** Answers to the public are for those who write them. */
  static boolean mayDecide(Member me, Delivery delivery) {
    return PostId.isAbout(delivery.subject()) || me.may(Permission.INBOX_REPLY);
  }

  /** @return false if it no longer stands where this can be decided */
  boolean decide(Member me, Delivery delivery, Decision decision) {
    var id = delivery.id();
    return switch (decision) {
      case WENT_OUT -> deliveries.settleByPerson(me, id, Verdict.WENT_OUT);
      case NOT_SENT -> deliveries.settleByPerson(me, id, Verdict.NOT_SENT);
      case RETRY -> deliveries.retry(me, id, delivery.act());
      case LIGHTEN -> mending.lighten(me, id);
      case RELEASE -> release(me, delivery);
      case DROP -> deliveries.drop(me, id);
    };
  }

  private boolean release(Member me, Delivery delivery) {
    var post = new PostId(delivery.subject().id());
    if (publication.find(me.workspaceId(), post).isEmpty())
      return deliveries.release(me, delivery.id(), clock.instant());
    publication.now(me, post);
    return true;
  }
}
