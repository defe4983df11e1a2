package fr.palabre.publishing.slot;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.PublishesPosts;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The demo brand's queue: three hours a week on all its accounts. */
@Component
class DemoQueues implements DemoScene {
  private final QueueStore queues;
  private final Accounts accounts;

  DemoQueues(QueueStore queues, Accounts accounts) {
    this.queues = queues;
    this.accounts = accounts;
  }

  @Override
  public int order() {
    return 19;
  }

  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var id = QueueId.next();
    queues.insert(workspace, id, "Le fil de la semaine", stage.now());
    queues.accounts(workspace, id, accounts.connected(workspace).stream()
        .filter(account -> accounts.can(account, PublishesPosts.class))
        .map(ConnectedAccount::id).toList());
    queues.add(workspace, id, new WeekSlot(DayOfWeek.TUESDAY, LocalTime.of(7, 30)));
    queues.add(workspace, id, new WeekSlot(DayOfWeek.THURSDAY, LocalTime.of(17, 0)));
    queues.add(workspace, id, new WeekSlot(DayOfWeek.SATURDAY, LocalTime.of(9, 0)));
  }
}
