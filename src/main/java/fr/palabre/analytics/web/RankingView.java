package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Ranking;
import fr.palabre.analytics.bilan.Ranking.Ranked;
import java.util.List;

/**
 * The best and the weakest posts.
 *
 * @param note at which age they are compared, or why they are not
 */
public record RankingView(String note, List<RankedRow> best, List<RankedRow> weakest) {

  static RankingView of(Say say, Ranking ranking) {
    return new RankingView(note(say, ranking),
        ranking.best().stream().map(r -> row(say, r)).toList(),
        ranking.weakest().stream().map(r -> row(say, r)).toList());
  }

  private static String note(Say say, Ranking ranking) {
    var page = say.page();
    var age = ranking.age();
    if (age == null)
      return ranking.tooYoung() == 0 ? page.t("analytics.ranking.nothing")
          : page.t("analytics.ranking.small");
    var note = page.t("analytics.ranking.note", page.t("analytics.age." + age),
        say.number(ranking.compared()));
    return ranking.tooYoung() == 0 ? note
        : note + " " + page.count("analytics.ranking.young", ranking.tooYoung());
  }

  private static RankedRow row(Say say, Ranked post) {
    var page = say.page();
    var format = page.t("analytics.format." + post.format());
    var key = post.ownFormat() ? "analytics.ranking.format" : "analytics.ranking.all";
    return new RankedRow(post.excerpt(), page.to("statistiques/publications/" + post.post()),
        post.permalink(), post.icon(), post.handle(), page.date(post.publishedAt()), format,
        say.number(post.interactions()), page.t(key, page.formats().decimal(post.times(), 1),
            page.formats().decimal(post.median(), post.median() % 1 == 0 ? 0 : 1),
            say.number(post.among()), format));
  }
}
