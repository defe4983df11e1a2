package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.analytics.series.KnownPost;
import org.jspecify.annotations.Nullable;

/** One post in the table of posts. */
public record PostRow(
    String href,
    String excerpt,
    String icon,
    String account,
    String published,
    String format,
    FigureView interactions,
    FigureView displays,
    FigureView reach,
    RateView rate,
    @Nullable String read,
    boolean gone) {

  static PostRow of(Say say, KnownPost post, AccountFigures account) {
    var page = say.page();
    var readAt = post.readAt();
    return new PostRow(page.to("statistiques/publications/" + post.id()), post.excerpt(),
        account.icon(), account.handle(), page.date(post.publishedAt()),
        page.t("analytics.format." + post.format()), say.figure(post.interactions()),
        say.figure(post.displays()), say.figure(post.reach()),
        say.rate(post.measured().rate(RateKind.BY_FOLLOWERS)),
        readAt == null ? null : page.ago(readAt), post.goneAt() != null);
  }
}
