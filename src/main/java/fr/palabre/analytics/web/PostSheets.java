package fr.palabre.analytics.web;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.analytics.series.Interactions;
import fr.palabre.analytics.series.KnownAccount;
import fr.palabre.analytics.series.KnownAccounts;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.PostReadings;
import fr.palabre.analytics.series.PostReadings.PostReading;
import fr.palabre.analytics.web.PostSheet.ReadingRow;
import fr.palabre.identity.Member;
import fr.palabre.network.Accounts;
import fr.palabre.network.Metric;
import fr.palabre.platform.web.Page;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the sheet of a post. */
@Component
class PostSheets {
  private final KnownAccounts accounts;
  private final PostReadings readings;
  private final Accounts networks;

  PostSheets(KnownAccounts accounts, PostReadings readings, Accounts networks) {
    this.networks = networks;
    this.accounts = accounts;
    this.readings = readings;
  }

  PostSheet sheet(Member me, KnownPost post, Page page) {
    var say = new Say(page);
    var account = accounts.all(me.workspaceId()).stream()
        .filter(a -> a.account().equals(post.account())).findFirst().orElseThrow();
    var goneAt = post.goneAt();
    return new PostSheet(post.excerpt(), networks.connector(post.network()).icon(), account.handle(),
        page.date(post.publishedAt()), page.t("analytics.format." + post.format()),
        post.permalink(),
        goneAt == null ? null : page.t("analytics.post.gone", page.date(goneAt)),
        stats(say, post),
        Arrays.stream(RateKind.values()).map(k -> say.rate(post.measured().rate(k))).toList(),
        counted(account, page),
        account.postOffer().stream().map(m -> page.t("analytics.metric." + m.name())).toList(),
        readings.of(me.workspaceId(), post.id()).reversed().stream()
            .map(r -> row(r, account, say)).toList());
  }

  private static List<StatView> stats(Say say, KnownPost post) {
    return List.of(stat(say, "analytics.interactions", post.interactions()),
        stat(say, "analytics.metric.REACTIONS", post.reactions()),
        stat(say, "analytics.metric.COMMENTS", post.comments()),
        stat(say, "analytics.metric.SHARES", post.shares()),
        stat(say, "analytics.metric.VIEWS", post.displays()),
        stat(say, "analytics.metric.REACH", post.reach()));
  }

  private static StatView stat(Say say, String name, Figure figure) {
    var why = say.why(figure);
    return new StatView(say.page().t(name), say.number(figure), null,
        why.isEmpty() ? List.of() : List.of(why));
  }

  private static String counted(KnownAccount account, Page page) {
    return String.join(", ", Interactions.counted(account.postOffer()).stream()
        .map(m -> page.t("analytics.metric." + m.name())).toList());
  }

  private static ReadingRow row(PostReading reading, KnownAccount account, Say say) {
    var page = say.page();
    var age = reading.age();
    return new ReadingRow(age == null ? page.t("analytics.age.between")
        : page.t("analytics.age." + age), page.date(reading.at()),
        account.postOffer().stream().map(m -> say.figure(figure(reading, m))).toList());
  }

  private static Figure figure(PostReading reading, Metric metric) {
    return reading.figures().getOrDefault(metric, Figure.none(Missing.NOT_OFFERED));
  }
}
