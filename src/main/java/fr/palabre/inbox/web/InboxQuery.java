package fr.palabre.inbox.web;

import fr.palabre.network.Inbound;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the inbox shows, as its address says it: {@code ?vue=a-repondre&reseau=un-reseau&q=bol};
 * nonsense is left out.
 *
 * @param vue the view
 * @param a whose: {@code moi}, {@code personne}, or a member's id
 * @param q words to search
 * @param apres after which row the page begins
 */
public record InboxQuery(
    @Nullable String vue,
    @Nullable String reseau,
    @Nullable String compte,
    @Nullable String genre,
    @Nullable String a,
    @Nullable String q,
    @Nullable String apres) {

  public static final InboxQuery START = new InboxQuery(null, null, null, null, null, null, null);

  /** The query of an address, from what stands behind its question mark. */
  static InboxQuery parse(@Nullable String behind) {
    if (behind == null) return START;
    var values = UriComponentsBuilder.newInstance().query(behind).build().getQueryParams();
    return new InboxQuery(first(values, "vue"), first(values, "reseau"), first(values, "compte"),
        first(values, "genre"), first(values, "a"), first(values, "q"), first(values, "apres"));
  }

  private static @Nullable String first(MultiValueMap<String, String> values, String name) {
    var value = values.getFirst(name);
    return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  public InboxView view() {
    return InboxView.of(vue, isSearch() ? InboxView.ALL : InboxView.TO_ANSWER);
  }

  public boolean isSearch() {
    return q != null && !q.isBlank();
  }

  /** Whether something else than a view narrows the list. */
  public boolean isNarrowed() {
    return network().isPresent() || account().isPresent() || kind().isPresent()
        || assignee().isPresent();
  }

  public String words() {
    return q == null ? "" : q.strip();
  }

  Optional<String> network() {
    return Optional.ofNullable(reseau).filter(r -> r.matches("[a-z0-9-]{2,32}"));
  }

  Optional<UUID> account() {
    return Optional.ofNullable(compte).flatMap(InboxQuery::uuid);
  }

  Optional<Inbound.Kind> kind() {
    return Arrays.stream(Inbound.Kind.values())
        .filter(k -> k.name().equalsIgnoreCase(genre)).findFirst();
  }

  Optional<String> assignee() {
    return Optional.ofNullable(a)
        .filter(w -> w.equals("moi") || w.equals("personne") || uuid(w).isPresent());
  }

  /** Where the page begins: a number of the order and an id. */
  Optional<Cursor> cursor() {
    if (apres == null || !apres.matches("-?\\d{1,18}\\.[0-9a-f-]{36}")) return Optional.empty();
    var dot = apres.indexOf('.');
    return uuid(apres.substring(dot + 1))
        .map(id -> new Cursor(Long.parseLong(apres.substring(0, dot)), id));
  }

  InboxQuery after(Cursor cursor) {
    return new InboxQuery(vue, reseau, compte, genre, a, q, cursor.toString());
  }

  /** The same list from its first row on. */
  public InboxQuery start() {
    return new InboxQuery(vue, reseau, compte, genre, a, q, null);
  }

  /** The address's text with one thing more. */
  public String and(String name, String value) {
    var text = new StringBuilder(text());
    add(text, name, value);
    return text.toString();
  }

  InboxQuery without(String name) {
    return new InboxQuery(vue, name.equals("reseau") ? null : reseau,
        name.equals("compte") ? null : compte, name.equals("genre") ? null : genre,
        name.equals("a") ? null : a, name.equals("q") ? null : q, null);
  }

  InboxQuery seenAs(InboxView other) {
    return new InboxQuery(other.word(), reseau, compte, genre, a, null, null);
  }

  /** What stands behind the address: empty, or from the question mark on. */
  public String text() {
    var text = new StringBuilder();
    add(text, "vue", vue);
    add(text, "reseau", network().orElse(null));
    add(text, "compte", account().map(UUID::toString).orElse(null));
    add(text, "genre", kind().map(k -> k.name().toLowerCase(Locale.ROOT)).orElse(null));
    add(text, "a", assignee().orElse(null));
    add(text, "q", q);
    add(text, "apres", cursor().map(Cursor::toString).orElse(null));
    return text.toString();
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value == null || value.isBlank()) return;
    text.append(text.isEmpty() ? '?' : '&').append(name).append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** After which row a page begins. */
  record Cursor(long number, UUID id) {
    @Override
    public String toString() {
      return number + "." + id;
    }
  }
}
