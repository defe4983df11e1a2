package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.ListFilter;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import fr.palabre.publishing.slot.WeekSlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The demo brand's evergreen queue: some of what it published comes back once a week. */
@Component
class DemoEvergreens implements DemoScene {
  private static final int CONTENTS = 4;
  private final EvergreenStore queues;
  private final EntryStore entries;
  private final ContentLists lists;
  private final Filling filling;

  DemoEvergreens(EvergreenStore queues, EntryStore entries, ContentLists lists, Filling filling) {
    this.queues = queues;
    this.entries = entries;
    this.lists = lists;
    this.filling = filling;
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var id = EvergreenId.next();
    queues.insert(workspace, id, "Conseils du fournil", Spacing.USUAL, stage.now());
    queues.add(workspace, id, new WeekSlot(dayOf(stage), LocalTime.of(10, 0)));
    var out = lists.recent(workspace, new ListFilter(ContentStage.PUBLISHED, null, ""), null, 200);
    var oldest = out.reversed().stream().limit(CONTENTS).map(ContentLine::id).toList();
    for (int i = 0; i < oldest.size(); i++)
      entries.insert(workspace, new Evergreen(oldest.get(i), id, Season.ALWAYS, false, null,
          stage.now().plus(Duration.ofMillis(i))));
    filling.fill(workspace, stage.zone(), id);
  }

  // Far enough that nothing is in the calendar yet: the page shows whose turn it will be.
  private static DayOfWeek dayOf(DemoStage stage) {
    return stage.now().atZone(stage.zone()).getDayOfWeek().plus(Spacing.USUAL.lead() + 2L);
  }
}
