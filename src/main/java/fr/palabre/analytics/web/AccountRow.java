package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.chart.Spark;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.RateKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One account in the tables of a period. */
public record AccountRow(
    String name,
    String handle,
    String icon,
    boolean simulated,
    FigureView followers,
    FigureView gained,
    String followersSpark,
    FigureView interactions,
    @Nullable ChangeView interactionsChange,
    String interactionsSpark,
    FigureView displays,
    String posts,
    List<String> rateNames,
    List<RateView> rates,
    List<FigureView> typical,
    String counted) {

  static AccountRow of(Say say, AccountFigures account, Change change) {
    var kinds = Arrays.asList(RateKind.values());
    return new AccountRow(account.name(), account.handle(), account.icon(),
        account.simulated(), say.figure(account.followers()), say.signedFigure(account.gained()),
        Spark.path(Charts.values(account.followersByDay())), say.figure(account.interactions()),
        say.change(change, null), Spark.path(Charts.values(account.interactionsByDay())),
        say.figure(account.displays()), say.number(account.posts()),
        kinds.stream().map(k -> say.page().t("analytics.rate." + k)).toList(),
        kinds.stream().map(k -> say.rate(Objects.requireNonNull(account.rates().get(k)))).toList(),
        kinds.stream()
            .map(k -> say.typical(Objects.requireNonNull(account.typical().get(k)))).toList(),
        counted(say, account));
  }

  /** "réactions, commentaires, partages": what this network counts as interactions. */
  static String counted(Say say, AccountFigures account) {
    return String.join(", ", account.counted().stream()
        .map(m -> say.page().t("analytics.metric." + m.name())).toList());
  }
}
