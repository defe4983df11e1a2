package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkConnector;
import java.util.List;

/**
 * An account in the composer: whether the content goes out there, and how it says it.
 *
 * @param text its own, or the common one
 * @param shots its own images; empty if it shows the common ones
 */
public record AccountPanel(
    ConnectedAccount account,
    NetworkConnector network,
    Limits limits,
    Adaptation adaptation,
    String text,
    String firstReply,
    List<Shot> shots) {

  public AccountId id() {
    return account.id();
  }

  public boolean chosen() {
    return adaptation.chosen();
  }

  public String name() {
    return network.name();
  }

  /** How the browser counts while one types; the server has the last word. */
  public String measure() {
    if (limits.linkLength() != null) return "links" + limits.linkLength();
    return limits.unit() == Limits.Unit.GRAPHEMES ? "graphemes" : "characters";
  }
}
