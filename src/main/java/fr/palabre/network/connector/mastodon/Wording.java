package fr.palabre.network.connector.mastodon;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.Limits;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Visibility;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Account;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Mention;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Writing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What leaves for the server in place of a draft: whom it calls, and who will see it.
 *
 * @param answered what it answers, as it stands there; null for a post of its own
 */
record Wording(ConnectedAccount account, PostDraft draft, @Nullable Status answered) {
  // From the widest to the narrowest. What other servers add is taken for a small circle.
  private static final List<String> VISIBILITIES =
      List.of("public", "unlisted", "private", "direct");

  Writing written(List<String> mediaIds) {
    return new Writing(text(), mediaIds, answered == null ? null : answered.id(), warning(),
        visibility(), language());
  }

  /** As it should read from now on; whom it answers and who sees it cannot be changed. */
  Writing corrected(List<String> mediaIds) {
    return new Writing(text(), mediaIds, null, warning(), null, language());
  }

  /** Why the server would refuse it. */
  Optional<DeliveryOutcome> refusal() {
    var limits = MastodonSettings.limits(account);
    if (draft.text().isBlank() && draft.images().isEmpty())
      return refused(Reason.TEXT_EMPTY, "nothing to say");
    // The warning counts with the text (StatusLengthValidator of Mastodon, checked 2026-11-21).
    var length = limits.length(text()) + limits.length(warning());
    if (length > limits.maxLength()) return refused(Reason.TEXT_TOO_LONG, length + " graphemes");
    return images(limits.images());
  }

  private Optional<DeliveryOutcome> images(Limits.ImageRules rules) {
    if (draft.images().size() > rules.maxCount())
      return refused(Reason.MEDIA_REFUSED, draft.images().size() + " images");
    var pixels = Objects.requireNonNullElse(rules.maxPixels(), Long.MAX_VALUE);
    for (var image : draft.images()) {
      if (image.bytes() > rules.maxBytes())
        return refused(Reason.MEDIA_TOO_LARGE, image.bytes() + " bytes");
      if ((long) image.width() * image.height() > pixels)
        return refused(Reason.MEDIA_TOO_LARGE, image.width() + " × " + image.height());
      if (!rules.mimeTypes().contains(image.mimeType()))
        return refused(Reason.MEDIA_REFUSED, image.mimeType());
    }
    return Optional.empty();
  }

  // A part of a thread or a reply goes to the unlisted, so as not to fill the public timelines
  // (a custom of the network), and never further than what it answers.
  private @Nullable String visibility() {
    var to = draft.replyTo();
    var asked = draft.visibility() == null ? null : name(draft.visibility());
    if (to == null) return asked;
    if (to.direct()) return "direct";
    var parent = answered == null ? "public"
        : Objects.requireNonNullElse(answered.visibility(), "public");
    return narrowest(narrowest("unlisted", Objects.requireNonNullElse(asked, "public")), parent);
  }

  private String warning() {
    return Objects.requireNonNullElse(draft.contentWarning(), "");
  }

  // The server knows languages, not countries (ISO 639-1).
  private @Nullable String language() {
    return draft.language() == null ? null : draft.language().split("-")[0];
  }

  private String text() {
    var missing = new StringBuilder();
    for (var name : called()) if (!calls(name)) missing.append('@').append(name).append(' ');
    return missing + draft.text();
  }

  /** Nobody is told of an answer unless it calls them; a private message reaches nobody else. */
  private Set<String> called() {
    var names = new LinkedHashSet<String>();
    var to = draft.replyTo();
    if (to == null) return names;
    if (to.mention() != null) names.add(to.mention());
    if (answered == null || !"direct".equals(visibility())) return names;
    var author = answered.account();
    if (author != null && !isOurs(author.id())) names.add(Person.handle(account, author.acct()));
    for (var mention : Objects.requireNonNullElse(answered.mentions(), List.<Mention>of()))
      if (!isOurs(mention.id())) names.add(Person.handle(account, mention.acct()));
    return names;
  }

  private boolean calls(String handle) {
    var name = Pattern.quote(handle);
    var domain = "@" + account.setting(MastodonSettings.DOMAIN);
    if (handle.endsWith(domain))
      name = Pattern.quote(handle.substring(0, handle.length() - domain.length()))
          + "(" + Pattern.quote(domain) + ")?";
    return Pattern.compile("(?i)(?<![\\w@])@" + name + "(?![\\w@-])").matcher(draft.text()).find();
  }

  private boolean isOurs(String id) {
    return id.equals(account.setting(MastodonSettings.ID));
  }

  private static String narrowest(String a, String b) {
    return VISIBILITIES.get(Math.max(rank(a), rank(b)));
  }

  private static int rank(String visibility) {
    var rank = VISIBILITIES.indexOf(visibility);
    return rank < 0 ? VISIBILITIES.indexOf("private") : rank;
  }

  private static String name(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> "public";
      case UNLISTED -> "unlisted";
      case FOLLOWERS -> "private";
    };
  }

  private static Optional<DeliveryOutcome> refused(Reason reason, String detail) {
    return Optional.of(new Rejected(reason, "Limits", detail));
  }
}
