package fr.palabre.network.connector.mastodon;

import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectField.Kind;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.Limits.ImageRules;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import fr.palabre.network.Visibility;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Configuration;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Instance;
import fr.palabre.network.connector.mastodon.MastodonPayloads.MediaRules;
import fr.palabre.network.connector.mastodon.MastodonPayloads.StatusRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed to connect, what is kept of an account, and what its server accepts. */
final class MastodonSettings {
  static final String SERVER = "server";
  /** What stands behind the second at sign of the server's people; not always its host. */
  static final String DOMAIN = "domain";
  /** The account's number on its server. */
  static final String ID = "id";
  static final String LIMITS_READ_AT = "limitsReadAt";
  /** Secrets. The application's are kept beside the token, which is worth nothing without them. */
  static final String TOKEN = "token";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";

  // Text, not an address: people know their server by its name alone.
  static final List<ConnectField> FIELDS =
      List.of(new ConnectField(SERVER, Kind.TEXT, "", true));

  private static final String CHARACTERS = "maxCharacters";
  private static final String PER_LINK = "charactersPerLink";
  private static final String IMAGES = "maxImages";
  private static final String IMAGE_BYTES = "maxImageBytes";
  private static final String IMAGE_PIXELS = "maxImagePixels";
  private static final String IMAGE_TYPES = "imageTypes";
  private static final String ALT = "maxAltLength";

  private MastodonSettings() {}

  /**
   * What this account's server said it accepts. Where it said nothing: Mastodon's own defaults
   * (docs.joinmastodon.org/entities/Instance, checked 2026-11-21).
   */
  // 300 calls in 5 minutes, 30 uploads and 30 deletions in 30 minutes
  // (docs.joinmastodon.org/api/rate-limits, checked 2026-11-21); 300 posts in 3 hours (its source).
  static final List<QuotaRule> QUOTAS = List.of(
      new QuotaRule("posts", 300, Duration.ofHours(3),
          Map.of(Spending.PUBLISH, 1, Spending.EDIT, 1)),
      new QuotaRule("uploads", 30, Duration.ofMinutes(30), Map.of(Spending.IMAGE, 1)),
      new QuotaRule("deletions", 30, Duration.ofMinutes(30), Map.of(Spending.DELETE, 1)),
      new QuotaRule("calls", 300, Duration.ofMinutes(5), Map.of(
          Spending.PUBLISH, 1, Spending.IMAGE, 1, Spending.EDIT, 1, Spending.DELETE, 1,
          Spending.LIKE, 1, Spending.UNLIKE, 1)));

  static Limits limits(ConnectedAccount account) {
    var said = account.settings();
    return new Limits(
        (int) number(said, CHARACTERS, 500), Limits.Unit.GRAPHEMES, null,
        (int) number(said, PER_LINK, 23), true,
        new ImageRules((int) number(said, IMAGES, 4), number(said, IMAGE_BYTES, 16_777_216),
            number(said, IMAGE_PIXELS, 33_177_600),
            List.of(said.getOrDefault(IMAGE_TYPES, "image/jpeg,image/png,image/gif,image/webp")
                .split(",")),
            (int) number(said, ALT, 1_500)),
        true, Set.of(Visibility.values()), false);
  }

  /** What a server says of itself, as settings of the accounts that live there. */
  static Map<String, String> of(Instance instance, Instant readAt) {
    var settings = new HashMap<String, String>();
    settings.put(LIMITS_READ_AT, readAt.toString());
    var domain = instance.domain() == null ? instance.uri() : instance.domain();
    if (domain != null) settings.put(DOMAIN, domain.replaceFirst("^https?://", ""));
    if (instance.configuration() != null) put(settings, instance.configuration());
    return settings;
  }

  private static void put(Map<String, String> settings, Configuration rules) {
    if (rules.statuses() != null) put(settings, rules.statuses());
    if (rules.mediaAttachments() != null) put(settings, rules.mediaAttachments());
  }

  private static void put(Map<String, String> settings, StatusRules rules) {
    put(settings, CHARACTERS, rules.maxCharacters());
    put(settings, PER_LINK, rules.charactersReservedPerUrl());
    put(settings, IMAGES, rules.maxMediaAttachments());
  }

  private static void put(Map<String, String> settings, MediaRules rules) {
    put(settings, IMAGE_BYTES, rules.imageSizeLimit());
    put(settings, IMAGE_PIXELS, rules.imageMatrixLimit());
    put(settings, ALT, rules.descriptionLimit());
    if (rules.supportedMimeTypes() == null) return;
    var images = rules.supportedMimeTypes().stream().filter(it -> it.startsWith("image/")).toList();
    if (!images.isEmpty()) settings.put(IMAGE_TYPES, String.join(",", images));
  }

  // A limit of 0 or less would let nothing out: a server that says so is not believed.
  private static void put(Map<String, String> settings, String name, @Nullable Number value) {
    if (value != null && value.longValue() > 0) settings.put(name, value.toString());
  }

  private static long number(Map<String, String> settings, String name, long otherwise) {
    var value = settings.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }
}
