package fr.palabre.platform.backup;

/** A restore that was refused before anything was changed; its message is the key of why. */
public final class RefusedRestore extends Exception {
  private static final long serialVersionUID = 1;

  private final String key;

  RefusedRestore(String key) {
    super(key);
    this.key = key;
  }

  public String key() {
    return key;
  }
}
