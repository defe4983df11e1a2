package fr.palabre.editorial.web;

import fr.palabre.editorial.Check;
import fr.palabre.editorial.Planned;
import fr.palabre.platform.web.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the editorial pages say, where a key alone is not enough. */
public final class EditorialWords {
  private EditorialWords() {}

  /** When something goes out, as one would say it: "demain à 9 h 30", "jeudi 9 h 30". */
  public static String when(Page page, @Nullable Planned planned) {
    if (planned == null) return page.t("editorial.when.none");
    var time = page.formats().time(planned.local().toLocalTime());
    var day = planned.local().toLocalDate();
    return switch ((int) Math.clamp(ChronoUnit.DAYS.between(page.today(), day), -1, 7)) {
      case 0 -> page.t("editorial.when.today", time);
      case 1 -> page.t("editorial.when.tomorrow", time);
      case 2, 3, 4, 5, 6 -> page.t("editorial.when.day", weekday(page, day), time);
      default -> page.date(planned.at());
    };
  }

  private static String weekday(Page page, LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE", page.locale()).format(day);
  }

  public static String finish(Page page, Finish finish) {
    return page.t(finish.word(), when(page, finish.planned()));
  }

  /** What a check says: what is found, what is allowed. */
  public static String check(Page page, Check check) {
    var network = check.sheet() == null ? "" : check.sheet().network().name();
    var kind = check.kind();
    if (kind == Check.Kind.ALT_MISSING)
      return page.count("editorial.check.ALT_MISSING", check.found());
    return page.t("editorial.check." + kind, network, amount(page, kind, check.found()),
        amount(page, kind, check.allowed()));
  }

  private static String amount(Page page, Check.Kind kind, long amount) {
    return kind == Check.Kind.IMAGE_TOO_HEAVY ? page.formats().bytes(amount)
        : page.number(amount);
  }

  /** "231 / 300", and the number of messages where the text is cut. */
  public static String counted(Page page, int used, int max, int messages) {
    var count = page.number(used) + " / " + page.number(max);
    return messages < 2 ? count : count + " · " + page.count("editorial.messages", messages);
  }
}
