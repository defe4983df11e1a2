package fr.palabre.platform.secrets;

/** A value that must never be printed: its text form is dots. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "••••";
  }
}
