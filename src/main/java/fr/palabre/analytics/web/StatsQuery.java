package fr.palabre.analytics.web;

import fr.palabre.analytics.series.PostQuery.Cursor;
import fr.palabre.analytics.series.PostQuery.Sort;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the statistics asks for.
 *
 * @param tri column the posts are sorted by
 * @param apres where the page of posts before ended
 */
public record StatsQuery(@Nullable String periode, @Nullable String du, @Nullable String au,
    @Nullable String tri, @Nullable String apres) {

  PeriodForm period() {
    return new PeriodForm(periode, du, au);
  }

  Sort sort() {
    try {
      return tri == null ? Sort.DATE : Sort.valueOf(tri.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Sort.DATE;
    }
  }

  @Nullable Cursor after() {
    if (apres == null || !apres.contains("_")) return null;
    try {
      int cut = apres.indexOf('_');
      return new Cursor(Double.parseDouble(apres.substring(0, cut)),
          UUID.fromString(apres.substring(cut + 1)));
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  static String text(Sort sort) {
    return "tri=" + sort.name().toLowerCase(Locale.ROOT);
  }

  static String text(Cursor cursor) {
    return "apres=" + cursor.key() + "_" + cursor.id();
  }
}
