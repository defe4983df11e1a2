package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Dialogue;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Figure;
import fr.palabre.platform.web.Page;
import java.util.ArrayList;
import java.util.List;

/** What a period says in three sentences. It tells what was measured, never a cause. */
record Sentences(Say say, Bilan bilan) {

  List<String> all() {
    var sentences = new ArrayList<String>();
    sentences.add(interactions());
    audience(sentences);
    dialogue(sentences);
    return sentences;
  }

  private String interactions() {
    var figure = bilan.now().interactions();
    var key = bilan.period().wholeMonth() ? "analytics.sentence.month" : "analytics.sentence.period";
    var period = capital(page().t(key, say.period(bilan.period())));
    if (!figure.known()) return page().t("analytics.sentence.nothing", period);
    return page().t("analytics.sentence.interactions", period,
        page().count("analytics.sentence.received", figure.count()),
        compared(figure));
  }

  private String compared(Figure figure) {
    var change = bilan.interactions();
    if (!change.shown()) return "";
    var habit = change.habit();
    if (habit != null && change.stable(figure))
      return page().t("analytics.sentence.stable", say.number(habit.low()),
          say.number(habit.high()));
    if (change.kind() == Change.Kind.COUNT)
      return page().t(way("analytics.sentence.count", change.amount()),
          page().number(Math.abs(Math.round(change.amount()))));
    return page().t(way("analytics.sentence.percent", change.amount()),
        page().formats().decimal(Math.abs(change.amount()) * 100, 0));
  }

  private void audience(List<String> sentences) {
    var gained = bilan.now().gained();
    if (!gained.known()) return;
    long n = gained.count();
    if (n == 0) sentences.add(page().t("analytics.sentence.same",
        say.number(bilan.now().followers())));
    else sentences.add(page().t(way("analytics.sentence.audience", n),
        page().count("analytics.sentence.followers", Math.abs(n)),
        say.number(bilan.now().followers())));
  }

  private void dialogue(List<String> sentences) {
    var dialogue = bilan.dialogue();
    if (dialogue == null || dialogue.now().inbound() == 0) return;
    var now = dialogue.now();
    sentences.add(now.medianDelay() == null
        ? page().count("analytics.sentence.unanswered", now.inbound())
        : page().t("analytics.sentence.answered", say.percent(Dialogue.answered(now)),
            say.number(now.inbound()), say.delay(now.medianDelay())));
  }

  private static String way(String key, double amount) {
    return key + (amount >= 0 ? ".more" : ".less");
  }

  private String capital(String text) {
    return text.substring(0, 1).toUpperCase(page().locale()) + text.substring(1);
  }

  private Page page() {
    return say.page();
  }
}
