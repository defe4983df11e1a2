package fr.palabre.network;

import java.util.regex.Pattern;

/** A network, by its short name: its connector's folder. */
public record NetworkId(String value) {
  private static final Pattern SHORT = Pattern.compile("[a-z0-9-]{2,32}");

  public NetworkId {
    if (!SHORT.matcher(value).matches())
      throw new IllegalArgumentException("Network id must be short kebab-case: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
