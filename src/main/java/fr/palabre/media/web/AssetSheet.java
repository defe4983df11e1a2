package fr.palabre.media.web;

import fr.palabre.media.Asset;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** An image of the library, as the API shows it. */
@Schema(name = "MediaAsset")
public record AssetSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000001") UUID id,
    @Schema(example = "miche.jpg") String fileName,
    @Schema(example = "image/jpeg") String mimeType,
    @Schema(example = "184320") long bytes,
    @Schema(example = "1600") int width,
    @Schema(example = "1200") int height,
    @Schema(example = "Une miche sur une planche") String altText,
    @Schema(example = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8")
    String sha256,
    @Schema(example = "2026-11-23T08:55:00+01:00") OffsetDateTime addedAt) {

  static AssetSheet of(Asset a, ZoneId zone) {
    return new AssetSheet(a.id().value(), a.fileName(), a.mimeType(), a.bytes(), a.width(),
        a.height(), a.altText(), a.sha256(), a.addedAt().atZone(zone).toOffsetDateTime());
  }
}
