package fr.palabre.editorial;

import fr.palabre.editorial.Check.Kind;
import fr.palabre.editorial.Proof.Sheet;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.PostDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks a content over as each of its networks will. */
final class Checking {
  private final ContentBody body;
  private final @Nullable Planned planned;
  private final List<Sheet> sheets;
  private final Map<AssetId, Asset> assets;
  private final Instant now;
  private final List<Check> found = new ArrayList<>();

  Checking(ContentBody body, @Nullable Planned planned, List<Sheet> sheets,
      Map<AssetId, Asset> assets, Instant now) {
    this.body = body;
    this.planned = planned;
    this.sheets = sheets;
    this.assets = assets;
    this.now = now;
  }

  List<Check> all() {
    if (sheets.isEmpty()) add(Check.of(Kind.NO_ACCOUNT));
    for (var sheet : sheets) {
      if (sheet.account().standing() != Standing.CONNECTED)
        add(Check.of(Kind.ACCOUNT_DISCONNECTED, sheet, 0, 0));
      text(sheet);
      images(sheet);
    }
    if (sheets.isEmpty() && body.text().isBlank() && body.images().isEmpty())
      add(Check.of(Kind.EMPTY));
    descriptions();
    date();
    return List.copyOf(found);
  }

  private void text(Sheet sheet) {
    var limits = sheet.limits();
    var first = sheet.parts().getFirst();
    if (first.text().isBlank() && sheet.images().isEmpty()) add(Check.of(Kind.EMPTY));
    for (var part : sheet.parts()) {
      if (limits.accepts(part.text())) continue;
      var kind = sheet.isThread() ? Kind.PART_TOO_LONG : Kind.TOO_LONG;
      add(Check.of(kind, sheet, limits.length(part.text()), limits.maxLength()));
      break;
    }
    warning(sheet, first);
    var reply = sheet.firstReply();
    if (reply != null && !limits.accepts(reply.text()))
      add(Check.of(
          Kind.REPLY_TOO_LONG, sheet, limits.length(reply.text()), limits.maxLength()));
  }

  // Networks that have warnings count them with the text.
  private void warning(Sheet sheet, PostDraft first) {
    var warning = first.contentWarning();
    if (warning == null || !sheet.limits().accepts(first.text())) return;
    var length = sheet.limits().length(first.text()) + sheet.limits().length(warning);
    if (length > sheet.limits().maxLength())
      add(Check.of(Kind.WARNING_TOO_LONG, sheet, length, sheet.limits().maxLength()));
  }

  private void images(Sheet sheet) {
    var rules = sheet.limits().images();
    if (sheet.images().size() > rules.maxCount())
      add(Check.of(Kind.TOO_MANY_IMAGES, sheet, sheet.images().size(), rules.maxCount()));
    for (var image : sheet.images()) {
      var asset = assets.get(image.asset());
      if (asset == null) add(Check.of(Kind.IMAGE_GONE, sheet, image.asset(), 0, 0));
      else image(sheet, image, asset);
    }
  }

  private void image(Sheet sheet, ContentImage image, Asset asset) {
    var rules = sheet.limits().images();
    var pixels = rules.maxPixels();
    if (!rules.mimeTypes().contains(asset.mimeType()))
      add(Check.of(Kind.IMAGE_TYPE, sheet, asset.id(), 0, 0));
    else if (asset.bytes() > rules.maxBytes())
      add(Check.of(Kind.IMAGE_TOO_HEAVY, sheet, asset.id(), asset.bytes(), rules.maxBytes()));
    else if (pixels != null && asset.pixels() > pixels)
      add(Check.of(Kind.IMAGE_TOO_LARGE, sheet, asset.id(), asset.pixels(), pixels));
    var words = image.altText().codePointCount(0, image.altText().length());
    if (words > rules.maxAltLength())
      add(Check.of(Kind.ALT_TOO_LONG, sheet, asset.id(), words, rules.maxAltLength()));
  }

  private void descriptions() {
    var shown = sheets.isEmpty() ? body.images()
        : sheets.stream().flatMap(s -> s.images().stream()).toList();
    var missing = shown.stream().filter(i -> !i.isDescribed())
        .map(i -> original(i.asset())).distinct().toList();
    if (!missing.isEmpty())
      add(new Check(Kind.ALT_MISSING, null, missing.size(), 0, missing.getFirst()));
  }

  // A reduced copy is described with its original.
  private AssetId original(AssetId id) {
    var asset = assets.get(id);
    return asset == null || asset.derivedFrom() == null ? id : asset.derivedFrom();
  }

  private void date() {
    if (planned == null) add(Check.of(Kind.NO_DATE));
    else if (!planned.exists()) add(Check.of(Kind.DATE_SKIPPED));
    else if (planned.at().isBefore(now)) add(Check.of(Kind.DATE_PAST));
  }

  private void add(Check check) {
    if (!found.contains(check)) found.add(check);
  }
}
