package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentImage;
import fr.palabre.media.AssetId;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Visibility;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the composer's form says. Texts of an account that still say what the common one said are no
 * texts of their own: one adapts by typing, without a switch.
 */
record ComposerForm(MultiValueMap<String, String> fields) {
  private static final int LONGEST = 50_000;

  int version() {
    var text = field("version");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  String pageKey() {
    return cut(field("page"), 64);
  }

  /** The panel that was open: an account, or the common one. */
  @Nullable AccountId panel() {
    return id(field("onglet")).map(AccountId::new).orElse(null);
  }

  /** The body as typed over the one it was read from. */
  ContentBody body(ContentBody before, List<ConnectedAccount> accounts) {
    var common = field("texte");
    var reply = field("premiere");
    var images = images("image");
    var adaptations = accounts.stream()
        .map(a -> adaptation(a.id(), before, common, reply))
        .filter(a -> a.chosen() || a.differs() || before.on(a.account()).isPresent())
        .toList();
    return new ContentBody(cut(field("titre").strip(), 200), common, images, reply,
        before.link(),
        field("langue").isEmpty() ? before.language() : field("langue"), adaptations);
  }

  private Adaptation adaptation(AccountId account, ContentBody before, String common,
      String reply) {
    var old = before.on(account).orElse(null);
    var ownImages = fields.containsKey("image." + account)
        ? images("image." + account) : null;
    var asked = field("visibilite." + account);
    return new Adaptation(
        old == null ? AdaptationId.next() : old.id(), account,
        values("compte").contains(account.toString()),
        own("texte." + account, before.text(), common, old == null ? null : old.text()),
        ownImages,
        own("premiere." + account, before.firstReply(), reply,
            old == null ? null : old.firstReply()),
        cut(field("avertissement." + account).strip(), 500),
        Arrays.stream(Visibility.values()).filter(v -> v.name().equals(asked)).findFirst()
            .orElse(null),
        fields.containsKey("fil." + account), fields.containsKey("numeros." + account));
  }

  // Without scripts a panel still holds the common text of when the page was shown: that is no
  // text of its own, unless it was one already.
  private @Nullable String own(String name, String commonBefore, String commonNow,
      @Nullable String ownBefore) {
    if (!fields.containsKey(name)) return ownBefore;
    var typed = field(name);
    if (typed.equals(commonNow)) return null;
    return ownBefore == null && typed.equals(commonBefore) ? null : typed;
  }

  private List<ContentImage> images(String name) {
    return values(name).stream()
        .flatMap(v -> id(v).stream())
        .map(id -> new ContentImage(new AssetId(id), "", cut(field("alt." + id).strip(), 5000)))
        .toList();
  }

  /** Whether a date stands there that is not the one the page was shown with. */
  boolean changesDate() {
    return fields.containsKey("jour")
        && !Objects.equals(date(field("jour"), field("heure")), seen());
  }

  @Nullable LocalDateTime date() {
    return date(field("jour"), field("heure"));
  }

  private @Nullable LocalDateTime seen() {
    var seen = field("vue");
    return seen.isEmpty() ? null : LocalDateTime.parse(seen);
  }

  private static @Nullable LocalDateTime date(String day, String hour) {
    try {
      if (day.isEmpty()) return null;
      var time = hour.isEmpty() ? LocalTime.of(9, 30) : LocalTime.parse(hour);
      return LocalDate.parse(day).atTime(time);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  String field(String name) {
    var value = fields.getFirst(name);
    // Browsers send line ends as CRLF; networks count them as one.
    return value == null ? "" : cut(value.replace("\r\n", "\n"), LONGEST);
  }

  private List<String> values(String name) {
    return Objects.requireNonNullElse(fields.get(name), List.of());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
