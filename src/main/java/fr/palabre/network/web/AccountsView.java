package fr.palabre.network.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of the connected accounts. */
public record AccountsView(List<AccountCard> accounts, List<OddRow> odd, boolean mayConnect) {

  /**
   * @param tone and {@code standing}: how it stands in one word
   * @param notes what wants a look or a hand, worst first
   * @param facts name and value, as a table of facts
   */
  public record AccountCard(
      UUID id,
      String name,
      String handle,
      String network,
      String networkName,
      @Nullable String portrait,
      boolean simulated,
      String tone,
      String icon,
      String standing,
      List<Note> notes,
      List<Fact> facts,
      String reconnect) {}

  public record Note(String tone, String icon, String text) {}

  public record Fact(String name, String value) {}

  /** An event that a network sent and nobody understood. */
  public record OddRow(
      UUID id, String handle, String network, String received, String attempts, String error) {}
}
