package fr.palabre.publishing.evergreen;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import fr.palabre.editorial.ContentId;
import fr.palabre.publishing.evergreen.Pick.Found;
import fr.palabre.publishing.evergreen.Pick.Nothing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Whose turn it is at each hour: the longest unseen that may, never seen before all others. */
final class Turns {
  /** As many are compared with what is said around them; beyond, the hour stays empty. */
  private static final int COMPARED = 5;
  private final List<Candidate> candidates;
  private final Room room;
  private final int distance;
  private final BiPredicate<ContentId, LocalDateTime> alike;

  /** @param alike whether almost the same is said near then */
  Turns(List<Candidate> candidates, Room room, int distance,
      BiPredicate<ContentId, LocalDateTime> alike) {
    this.candidates = new ArrayList<>(candidates);
    this.room = room;
    this.distance = distance;
    this.alike = alike;
  }

  Pick at(LocalDateTime at) {
    var day = at.toLocalDate();
    if (candidates.isEmpty()) return new Nothing(Why.NO_CONTENT, null);
    var placed = candidates.stream().filter(c -> !c.content().accounts().isEmpty()).toList();
    if (placed.isEmpty()) return new Nothing(Why.NO_ACCOUNT, null);
    var inSeason = placed.stream().filter(c -> !c.isOver(day)).toList();
    if (inSeason.isEmpty()) return new Nothing(Why.ALL_OVER, null);
    var ripe = inSeason.stream().filter(c -> c.ripe(day, distance).equals(day))
        .sorted(longestUnseen(day)).toList();
    return ripe.isEmpty() ? recent(inSeason, day) : among(ripe, at);
  }

  /** The hour is its: it is seen that day, and its accounts are taken then. */
  void give(Candidate candidate, LocalDateTime at) {
    candidates.remove(candidate);
    candidates.add(candidate.back(at.toLocalDate()));
    room.take(candidate.content().accounts(), at);
  }

  private static Comparator<Candidate> longestUnseen(LocalDate day) {
    return comparing((Candidate c) -> c.lastBefore(day), nullsFirst(naturalOrder()))
        .thenComparing(c -> c.entry().addedAt())
        .thenComparing(c -> c.id().value());
  }

  // A season that ends before its content may come back lets it come back no more.
  private Pick recent(List<Candidate> inSeason, LocalDate day) {
    @Nullable LocalDate soonest = inSeason.stream()
        .map(c -> new Ripe(c, c.ripe(day, distance)))
        .filter(r -> !r.candidate().isOver(r.day()))
        .map(Ripe::day).min(naturalOrder()).orElse(null);
    return new Nothing(soonest == null ? Why.ALL_OVER : Why.ALL_RECENT, soonest);
  }

  private Pick among(List<Candidate> ripe, LocalDateTime at) {
    var free = ripe.stream().filter(c -> !room.isTaken(c.content().accounts(), at)).toList();
    if (free.isEmpty()) return new Nothing(Why.TAKEN, null);
    var fits = free.stream().filter(c -> !room.isFull(c.content().accounts(), at)).toList();
    if (fits.isEmpty()) return new Nothing(Why.FULL_DAY, null);
    return fits.stream().limit(COMPARED).filter(c -> !alike.test(c.id(), at)).findFirst()
        .<Pick>map(Found::new).orElse(new Nothing(Why.ALIKE, null));
  }

  private record Ripe(Candidate candidate, LocalDate day) {}
}
