package fr.palabre.testing;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.Settlement;
import fr.palabre.network.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A network of paper: it has limits, and takes nothing. */
public record PaperConnector(NetworkId id, Limits limits) implements PublishesPosts {

  /** Short messages, light images, cards for links. */
  public static PaperConnector note() {
    return new PaperConnector(new NetworkId("note"),
        new Limits(300, Limits.Unit.GRAPHEMES, 3000, null, false,
            new Limits.ImageRules(4, 60_000, null, List.of("image/png", "image/jpeg"), 1000),
            false, Set.of(), true));
  }

  /** Longer messages, links that count for 23, warnings and visibilities. */
  public static PaperConnector letter() {
    return new PaperConnector(new NetworkId("letter"),
        new Limits(500, Limits.Unit.GRAPHEMES, null, 23, true,
            new Limits.ImageRules(4, 16_000_000, null,
                List.of("image/png", "image/jpeg", "image/gif", "image/webp"), 1500),
            true, Set.of(Visibility.PUBLIC, Visibility.UNLISTED), false));
  }

  @Override
  public String name() {
    return id.value().equals("note") ? "Note" : "Lettre";
  }

  @Override
  public String icon() {
    return "net-other";
  }

  @Override
  public Limits limits(ConnectedAccount account) {
    return limits;
  }

  @Override
  public DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key) {
    return new DeliveryOutcome.NotSent("made of paper");
  }

  @Override
  public Settlement settle(AccountSession session, PostDraft draft, DeliveryKey key,
      Instant submittedAt) {
    return new Settlement.Absent();
  }
}
