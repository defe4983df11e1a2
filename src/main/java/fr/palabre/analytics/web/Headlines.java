package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Dialogue;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Figure;
import fr.palabre.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The large figures of a period. */
record Headlines(Say say, Bilan bilan) {

  List<StatView> stats() {
    var stats = new ArrayList<>(List.of(followers(), interactions(), rate(), posts()));
    var dialogue = bilan.dialogue();
    if (dialogue != null) stats.add(answered(dialogue));
    return stats;
  }

  private StatView followers() {
    var gained = bilan.now().gained();
    var change = gained.known() && gained.count() != 0
        ? new ChangeView(say.signed(gained), gained.count() > 0 ? "good" : "plain",
            gained.count() > 0 ? "rise" : "fall", page().t("analytics.over"))
        : null;
    var notes = notes(bilan.now().followers());
    if (bilan.now().accounts().size() > 1) notes.add(page().t("analytics.followers.note"));
    return new StatView(page().t("analytics.followers"), say.number(bilan.now().followers()),
        change, notes);
  }

  private StatView interactions() {
    var figure = bilan.now().interactions();
    var notes = notes(figure);
    var habit = bilan.habit();
    if (habit != null)
      notes.add(page().t("analytics.habit", say.number(habit.low()), say.number(habit.high())));
    return new StatView(page().t("analytics.interactions"), say.number(figure),
        say.change(bilan.interactions(), figure), notes);
  }

  private StatView rate() {
    var rate = say.rate(bilan.now().headline());
    var notes = new ArrayList<String>();
    notes.add(rate.formula());
    if (!rate.operands().isEmpty()) notes.add(rate.operands());
    if (!rate.interval().isEmpty()) notes.add(rate.interval());
    if (!rate.note().isEmpty()) notes.add(rate.note());
    return new StatView(page().t("analytics.rate"), rate.text(),
        say.change(bilan.headline(), null), notes);
  }

  private StatView posts() {
    return new StatView(page().t("analytics.posts"), say.number(bilan.now().posts()),
        say.change(bilan.posts(), null), new ArrayList<>());
  }

  private StatView answered(Dialogue dialogue) {
    var now = dialogue.now();
    var notes = new ArrayList<String>();
    if (now.inbound() == 0)
      return new StatView(page().t("analytics.answered"), page().t("analytics.missing"), null,
          List.of(page().t("analytics.answered.none")));
    notes.add(page().t("analytics.answered.note", say.number(now.answered()),
        say.number(now.inbound())));
    if (now.medianDelay() != null)
      notes.add(page().t("analytics.answered.median", say.delay(now.medianDelay())));
    if (now.p90Delay() != null)
      notes.add(page().t("analytics.journal.p90", say.delay(now.p90Delay())));
    return new StatView(page().t("analytics.answered"),
        say.percent(Dialogue.answered(now)), change(dialogue), notes);
  }

  private @Nullable ChangeView change(Dialogue dialogue) {
    if (dialogue.before().inbound() < 20 || dialogue.now().inbound() < 20) return null;
    double points = Dialogue.answered(dialogue.now()) - Dialogue.answered(dialogue.before());
    return say.change(new Change(Change.Kind.POINTS, points, null), null);
  }

  private List<String> notes(Figure figure) {
    var why = say.why(figure);
    return why.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(why));
  }

  private Page page() {
    return say.page();
  }
}
