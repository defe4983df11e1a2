package fr.palabre.inbox;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A network where nobody is called: what it says of an answer is told by the test. */
class Parlour implements PublishesPosts, LikesPosts {
  static final NetworkId NETWORK = new NetworkId("parlour");
  static final int LONGEST = 60;

  @Override
  public NetworkId id() {
    return NETWORK;
  }

  @Override
  public String name() {
    return "Parlour";
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return new Limits(LONGEST, Limits.Unit.GRAPHEMES, null, null, false,
        new Limits.ImageRules(1, 1000, null, List.of("image/png"), 100), false, Set.of(), false);
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    throw new AssertionError("The network is told by the test");
  }

  @Override
  public Settlement settle(AccountSession session, PostDraft draft, DeliveryKey key,
      Instant submittedAt) {
    throw new AssertionError("The network is told by the test");
  }

  @Override
  public DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key) {
    throw new AssertionError("The network is told by the test");
  }

  @Override
  public DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key) {
    throw new AssertionError("The network is told by the test");
  }
}
