package fr.palabre.delivery.simulation;

/** The process this ran in is gone: no catch of the engine's may hold it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
