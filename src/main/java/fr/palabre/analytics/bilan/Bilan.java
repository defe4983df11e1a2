package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Change.Habit;
import fr.palabre.analytics.count.Coverage;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.RateKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period told in figures, beside the period before. It holds no word of any language, so that page,
 * PDF and CSV say the same numbers, and a closed report keeps them.
 *
 * @param habit where the interactions of such a period usually fall
 * @param dialogue null where nobody holds conversations
 */
public record Bilan(
    String brand,
    String zone,
    Overview now,
    Overview before,
    @Nullable Habit habit,
    Ranking ranking,
    @Nullable Dialogue dialogue,
    List<Event> events) {

  /** Something that people noted on a day, to be drawn on the charts. */
  public record Event(LocalDate day, String text) {}

  public Period period() {
    return now.period();
  }

  /** Two months are compared by their daily average: they differ in length. */
  public double scale() {
    return (double) now.period().days() / before.period().days();
  }

  public Change interactions() {
    return Change.of(now.interactions(), before.interactions(), coverage(), scale(), habit);
  }

  public Change displays() {
    return change(now.displays(), before.displays());
  }

  public Change posts() {
    return change(Figure.of(now.posts()), Figure.of(before.posts()));
  }

  public Change headline() {
    var kind = now.headline().kind();
    return rate(kind);
  }

  public Change rate(RateKind kind) {
    return coverage().comparable() ? Change.of(now.rate(kind), before.rate(kind)) : Change.NONE;
  }

  public Change change(Figure of, Figure then) {
    return Change.of(of, then, coverage(), scale(), null);
  }

  /** That of the less observed of the two periods. */
  public Coverage coverage() {
    return now.coverage().share() <= before.coverage().share()
        ? now.coverage() : before.coverage();
  }
}
