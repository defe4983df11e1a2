package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Period;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.Ids;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/** The demonstration's report: the four whole weeks that are over, with a few words. */
@Component
class DemoReport implements DemoScene {
  private static final int DAYS = 28;
  private final ReportStore reports;

  DemoReport(ReportStore reports) {
    this.reports = reports;
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var by = new UserId(stage.person("COMMUNITY_MANAGER").id());
    var sunday = stage.today().with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    var id = Ids.next();
    reports.insert(workspace, by, id, Period.lasting(DAYS, sunday), stage.now());
    reports.write(workspace, by, id, """
        Ce qui se passe au fournil plaît plus que ce qui se vend : les coulisses font parler, \
        les promotions passent. On garde deux coulisses par semaine.

        À décider : tenir les réponses avant l’ouverture, le samedi aussi. Capucine s’en charge.\
        """.replace(" : ", "\u00a0: "), 1, stage.now());
  }
}
