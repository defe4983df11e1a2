package fr.palabre.editorial;

import fr.palabre.editorial.text.ThreadCutter;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.network.Limits;
import fr.palabre.network.PostDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of an adaptation exactly what its network is to be sent. */
record Drafting(ContentBody body, Limits limits, Map<AssetId, Asset> assets) {

  /** The messages in order. Images and the link's card go with the first. */
  List<PostDraft> parts(Adaptation adaptation) {
    var texts = ThreadCutter.cut(body.textOf(adaptation), limits::accepts, adaptation.thread(),
        adaptation.numbered());
    var parts = new ArrayList<PostDraft>();
    var images = images(adaptation);
    for (var text : texts)
      parts.add(parts.isEmpty()
          ? draft(adaptation, text, images, card(adaptation, images))
          : draft(adaptation, text, List.of(), null));
    return List.copyOf(parts);
  }

  @Nullable PostDraft firstReply(Adaptation adaptation) {
    var text = body.firstReplyOf(adaptation).strip();
    return text.isEmpty() ? null : draft(adaptation, text, List.of(), null);
  }

  private PostDraft draft(Adaptation adaptation, String text, List<PostDraft.Image> images,
      PostDraft.@Nullable LinkCard card) {
    var warning = limits.contentWarning() && !adaptation.contentWarning().isBlank()
        ? adaptation.contentWarning().strip() : null;
    var asked = adaptation.visibility();
    var visibility = asked != null && limits.visibilities().contains(asked) ? asked : null;
    return new PostDraft(text, images, null, card, visibility, warning, body.language());
  }

  private List<PostDraft.Image> images(Adaptation adaptation) {
    var images = new ArrayList<PostDraft.Image>();
    for (var image : body.imagesOf(adaptation)) {
      var asset = assets.get(image.asset());
      if (asset != null)
        images.add(new PostDraft.Image(asset.path(), asset.mimeType(), asset.bytes(),
            asset.width(), asset.height(), image.altText().strip()));
    }
    return images;
  }

  // A network shows either images or a card; images were chosen by a person.
  private PostDraft.@Nullable LinkCard card(Adaptation adaptation, List<PostDraft.Image> images) {
    var link = body.card();
    if (link == null || !limits.linkCard() || !images.isEmpty()) return null;
    return body.textOf(adaptation).contains(link.address().toString()) ? link : null;
  }
}
