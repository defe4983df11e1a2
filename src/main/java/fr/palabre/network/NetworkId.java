package fr.palabre.network;

/** A network, by its short name: its connector's folder. */
public record NetworkId(String value) {
  public NetworkId {
    if (!value.matches("[a-z0-9-]{2,32}"))
      throw new IllegalArgumentException("Network id must be short kebab-case: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
