package fr.palabre.platform.backup;

/** A backup or a restore that was refused before anything was changed. */
public final class BackupRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] arguments;

  /** @param key of the sentence that says why */
  BackupRefused(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments;
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.clone();
  }
}
