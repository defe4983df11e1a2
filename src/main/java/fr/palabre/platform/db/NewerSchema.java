package fr.palabre.platform.db;

/** A later version of Palabre wrote these data; what it knows of them, this one does not. */
public final class NewerSchema extends RuntimeException {
  private static final long serialVersionUID = 1;

  NewerSchema() {
    super("A later version of Palabre has changed these tables");
  }
}
