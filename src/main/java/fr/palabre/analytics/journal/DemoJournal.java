package fr.palabre.analytics.journal;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import org.springframework.stereotype.Component;

/** What the people of the demonstration remarked on a few days. */
@Component
class DemoJournal implements DemoScene {
  private final Journal journal;

  DemoJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public int order() {
    return 44;
  }

  @Override
  public void play(DemoStage stage) {
    note(stage, 19, "Panne du grand four", "Fermeture à 11 h. Prévenus tout de suite, les gens "
        + "ont été compréhensifs ; deux ont proposé leur aide.");
    note(stage, 9, "Marché de producteurs", "Trois cents pains vendus. Beaucoup sont venus "
        + "au stand parce qu’ils avaient vu la photo du pétrissage.");
    note(stage, 3, "", "Les questions sur les allergènes reviennent chaque semaine. "
        + "À mettre en réponse type.");
  }

  private void note(DemoStage stage, int daysAgo, String event, String remarks) {
    journal.insert(new WorkspaceId(stage.tenant()),
        new UserId(stage.person("COMMUNITY_MANAGER").id()), stage.today().minusDays(daysAgo),
        event, remarks.replace(" ;", "\u202f;").replace(" h.", "\u00a0h."), 0);
  }
}
