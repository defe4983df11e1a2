package fr.palabre.network;

/**
 * A field of the connection form. Its label and hint are the message keys
 * {@code network.<network>.<name>} and {@code network.<network>.<name>.hint}.
 *
 * @param preset what stands in it at first
 */
public record ConnectField(String name, Kind kind, String preset, boolean required) {
  public enum Kind { TEXT, SECRET, ADDRESS }
}
