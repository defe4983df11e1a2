package fr.palabre.platform.demo;

/**
 * A module's part in the demonstration tenant: the weeks before today, so that its screens live. All
 * scenes are played once, in one transaction bound to the tenant, when it is made; no call to
 * another host, and everything a fixed function of the stage.
 */
public interface DemoScene {
  /** Small first: what others stand on (10 accounts, 20 contents, 30 dialogue, 40 figures). */
  int order();

  void play(DemoStage stage);
}
