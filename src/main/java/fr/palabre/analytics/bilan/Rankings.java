package fr.palabre.analytics.bilan;

import fr.palabre.analytics.bilan.Ranking.Ranked;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.Spread;
import fr.palabre.analytics.series.Checkpoint;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ranks the posts of a period. */
@Component
class Rankings {
  private static final Duration USUAL = Duration.ofDays(90);
  private static final int SHOWN = 3;
  /** A median of fewer says nothing of a format. */
  private static final int ENOUGH = 5;
  /** The age is the oldest that this share of the posts has reached. */
  private static final double MOST = 0.8;
  private final Posts posts;

  Rankings(Posts posts) {
    this.posts = posts;
  }

  Ranking of(Workspace brand, Period period, Overview overview) {
    var start = Overviews.start(period, brand.zone());
    var end = Overviews.end(period, brand.zone());
    var known = posts.published(brand.id(), start.minus(USUAL), end);
    var shown = known.stream().filter(p -> !p.publishedAt().isBefore(start)).toList();
    if (shown.isEmpty()) return Ranking.none(0, Missing.NOTHING_TO_MEASURE);
    var ages = posts.atAges(brand.id(), start.minus(USUAL), end).stream()
        .collect(Collectors.groupingBy(Posts.AtAge::age,
            Collectors.toMap(Posts.AtAge::post, Posts.AtAge::interactions)));
    return age(shown, ages)
        .map(age -> rank(age, shown, known, ages.getOrDefault(age, Map.of()), overview))
        .orElseGet(() -> Ranking.none(shown.size(), Missing.TOO_SMALL));
  }

  private static Optional<Checkpoint> age(List<KnownPost> shown,
      Map<Checkpoint, Map<UUID, Long>> ages) {
    return Checkpoint.comparable().stream()
        .filter(age -> ages.containsKey(age))
        .filter(age -> reached(shown, ages.getOrDefault(age, Map.of())) >= Math.max(2, MOST * shown.size()))
        .findFirst();
  }

  private static long reached(List<KnownPost> shown, Map<UUID, Long> atAge) {
    return shown.stream().filter(p -> atAge.containsKey(p.id())).count();
  }

  private static Ranking rank(Checkpoint age, List<KnownPost> shown, List<KnownPost> known,
      Map<UUID, Long> atAge, Overview overview) {
    var ranked = shown.stream().filter(p -> atAge.containsKey(p.id()))
        .flatMap(p -> ranked(p, known, atAge, overview).stream())
        .sorted(Comparator.comparingDouble(Ranked::times).reversed())
        .toList();
    int tooYoung = shown.size() - (int) reached(shown, atAge);
    if (ranked.size() < 2) return Ranking.none(tooYoung, Missing.TOO_SMALL);
    int each = Math.min(SHOWN, ranked.size() / 2);
    return new Ranking(age, ranked.subList(0, each),
        ranked.reversed().subList(0, each), ranked.size(), tooYoung, null);
  }

  private static Optional<Ranked> ranked(KnownPost post, List<KnownPost> known,
      Map<UUID, Long> atAge, Overview overview) {
    var own = usual(known, atAge, post.account(), p -> p.format() == post.format());
    var spread = own.n() >= ENOUGH ? own : usual(known, atAge, post.account(), _ -> true);
    if (spread.n() < ENOUGH) return Optional.empty();
    var account = overview.account(post.account().value());
    return Optional.of(new Ranked(post.id(), account.name(), account.icon(), account.handle(),
        post.excerpt(), post.permalink(), post.format(), post.publishedAt(), atAge.getOrDefault(post.id(), 0L),
        spread.median(), spread.n(), spread == own));
  }

  private static Spread usual(List<KnownPost> known, Map<UUID, Long> atAge, AccountId account,
      Predicate<KnownPost> among) {
    return Spread.of(known.stream()
        .filter(p -> p.account().equals(account) && atAge.containsKey(p.id()))
        .filter(among)
        .mapToDouble(p -> atAge.get(p.id())).toArray());
  }
}
