package fr.palabre.analytics.bilan;

import fr.palabre.analytics.bilan.Bilan.Event;
import fr.palabre.analytics.count.Change.Habit;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.analytics.series.DailySeries;
import fr.palabre.analytics.series.DailySeries.DaySum;
import fr.palabre.identity.Workspace;
import fr.palabre.network.DialogueFigures;
import fr.palabre.network.DialogueFigures.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a period in figures. */
@Component
public class Bilans {
  private static final int PAST_PERIODS = 8;
  private static final double WHOLE = 0.9;
  private final Overviews overviews;
  private final Rankings rankings;
  private final DailySeries series;
  private final Journal journal;
  private final ObjectProvider<DialogueFigures> dialogue;

  Bilans(Overviews overviews, Rankings rankings, DailySeries series, Journal journal,
      ObjectProvider<DialogueFigures> dialogue) {
    this.overviews = overviews;
    this.rankings = rankings;
    this.series = series;
    this.journal = journal;
    this.dialogue = dialogue;
  }

  public Bilan of(Workspace brand, Period period) {
    var now = overviews.of(brand, period);
    var before = overviews.of(brand, period.previous());
    return new Bilan(brand.name(), brand.zone().getId(), now, before, habit(brand, period),
        rankings.of(brand, period, now), dialogue(brand, period), events(brand, period));
  }

  /** Where the interactions of such a period usually fall, from the whole periods before it. */
  private @Nullable Habit habit(Workspace brand, Period period) {
    var past = period.before(PAST_PERIODS);
    var days = series.interactions(brand.id(),
        new Period(oldest(past, period), period.from().minusDays(1)));
    return Habit.of(past.stream()
        .map(p -> total(p, days, period.days()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray());
  }

  private static LocalDate oldest(List<Period> past, Period period) {
    var oldest = past.getLast().from();
    var limit = period.from().minusDays(366);
    return oldest.isBefore(limit) ? limit : oldest;
  }

  private static @Nullable Double total(Period past, List<DaySum> days, int length) {
    var within = days.stream().filter(d -> past.contains(d.day())).toList();
    if (within.size() < WHOLE * past.days()) return null;
    double sum = within.stream().mapToLong(DaySum::interactions).sum();
    return sum * length / past.days();
  }

  private @Nullable Dialogue dialogue(Workspace brand, Period period) {
    var figures = dialogue.getIfAvailable();
    if (figures == null) return null;
    return new Dialogue(figures(figures, brand, period),
        figures(figures, brand, period.previous()));
  }

  private static Figures figures(DialogueFigures figures, Workspace brand, Period period) {
    return figures.of(brand.id(), Overviews.start(period, brand.zone()),
        Overviews.end(period, brand.zone()));
  }

  private List<Event> events(Workspace brand, Period period) {
    return journal.notes(brand.id(), period).stream()
        .filter(n -> !n.event().isBlank())
        .map(n -> new Event(n.day(), n.event()))
        .toList();
  }
}
