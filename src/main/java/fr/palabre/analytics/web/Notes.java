package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.DayCount;
import fr.palabre.analytics.count.Coverage;
import fr.palabre.analytics.count.Missing;
import fr.palabre.platform.web.Page;
import java.util.ArrayList;
import java.util.List;

/** What must be known to read the figures of a period: what is missing, provisional, corrected. */
record Notes(Say say, Bilan bilan) {

  List<String> all() {
    var notes = new ArrayList<String>();
    bilan.now().accounts().forEach(a -> account(a, notes));
    if (bilan.now().accounts().stream().anyMatch(Notes::provisional))
      notes.add(page().t("analytics.note.open"));
    comparison(notes);
    return notes;
  }

  private void account(AccountFigures account, List<String> notes) {
    var name = account.name() + " (" + account.handle() + ")";
    var coverage = account.coverage();
    if (account.since().isAfter(bilan.period().from()))
      notes.add(page().t("analytics.note.since", name, say.date(account.since(), true)));
    if (!coverage.whole())
      notes.add(page().t("analytics.note.coverage", name, page().number(coverage.observed()),
          page().number(coverage.days())));
    if (account.grouped() != 0)
      notes.add(page().t("analytics.note.grouped", name, say.number(account.grouped())));
    if (account.corrections() < 0)
      notes.add(page().t("analytics.note.corrections", name, say.number(account.corrections())));
    if (account.displays().missing() == Missing.NOT_OFFERED)
      notes.add(page().t("analytics.note.noviews", name));
    if (account.simulated()) notes.add(page().t("analytics.note.simulated", name));
  }

  private void comparison(List<String> notes) {
    Coverage coverage = bilan.coverage();
    if (!coverage.comparable()) notes.add(page().t("analytics.note.incomparable"));
    else if (!coverage.whole()) notes.add(page().t("analytics.note.absolute"));
    if (bilan.period().wholeMonth())
      notes.add(page().t("analytics.note.months", page().number(bilan.period().weekendDays()),
          page().number(bilan.before().period().weekendDays())));
  }

  private static boolean provisional(AccountFigures account) {
    return account.interactionsByDay().stream()
        .filter(d -> d.figure().known()).anyMatch(DayCount::open);
  }

  private Page page() {
    return say.page();
  }
}
