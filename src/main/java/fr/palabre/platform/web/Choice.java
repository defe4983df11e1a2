package fr.palabre.platform.web;

/** One entry of a select, of tabs or of a segmented control: what it sends and what it says. */
public record Choice(String value, String label, boolean chosen) {
  public Choice(String value, String label) {
    this(value, label, false);
  }
}
