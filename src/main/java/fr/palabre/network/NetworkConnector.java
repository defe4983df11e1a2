package fr.palabre.network;

import java.util.List;

/**
 * One network. What it can do is said by the ability interfaces it implements besides this one; no
 * method may answer "not supported". Its folder under {@code connector/} is the only place where
 * its name appears. Connectors are found as Spring beans.
 */
public interface NetworkConnector {
  NetworkId id();

  /** The network's proper name, the same in every language. */
  String name();

  /** Its monochrome mark in the sprite. */
  default String icon() {
    return "net-" + id();
  }

  /** Whether everybody there is simulated; said wherever the network appears. */
  default boolean simulated() {
    return false;
  }

  /** Whether new accounts may be connected here; one that stops keeps serving those it has. */
  default boolean offered() {
    return true;
  }

  /** How a message is drawn there; read by previews. */
  default Look look() {
    return Look.PLAIN;
  }

  /** How often this account's network lets one act; read before planning and before each call. */
  default List<QuotaRule> quotas(ConnectedAccount account) {
    return List.of();
  }

  /** What this account's network accepts; read by composer, API, import and engine alike. */
  Limits limits(ConnectedAccount account);
}
