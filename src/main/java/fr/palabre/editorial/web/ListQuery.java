package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists.Place;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.ListFilter;
import fr.palabre.network.NetworkId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list's address: {@code ?etat=draft&reseau=un-reseau&q=seigle&apres=…}; nonsense is left out. */
public record ListQuery(
    @Nullable String etat, @Nullable String reseau, @Nullable String q, @Nullable String apres) {

  ListFilter filter() {
    var stage = Arrays.stream(ContentStage.values())
        .filter(s -> s.name().equalsIgnoreCase(etat)).findFirst().orElse(null);
    var network = reseau == null || !reseau.matches("[a-z0-9-]{2,32}") ? null
        : new NetworkId(reseau);
    return new ListFilter(stage, network, words());
  }

  public String words() {
    return Objects.requireNonNullElse(q, "").strip();
  }

  public boolean isEmpty() {
    var filter = filter();
    return filter.stage() == null && filter.network() == null && words().isEmpty()
        && after() == null;
  }

  @Nullable Place after() {
    try {
      var parts = Objects.requireNonNullElse(apres, "").split("_", 2);
      return parts.length < 2 ? null
          : new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The parameters of the page that begins after this line. */
  String after(ContentLine line) {
    return "?etat=" + encoded(etat) + "&reseau=" + encoded(reseau) + "&q=" + encoded(q)
        + "&apres=" + encoded(line.updatedAt() + "_" + line.id());
  }

  private static String encoded(@Nullable String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
