package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentImage;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Planned;
import fr.palabre.identity.UserId;
import fr.palabre.network.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A content as the API shows it. */
@Schema(name = "Content", description = "A content: what it says, where it stands.")
public record ContentSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID id,
    @Schema(example = "Fournée du jeudi") String title,
    @Schema(example = "Le pain au levain sort du four à 16 h.") String text,
    List<ContentDraft.Image> images,
    @Schema(example = "") String firstReply,
    @Schema(example = "fr") String language,
    List<Variant> adaptations,
    @Schema(example = "SCHEDULED") ContentStage stage,
    @Schema(description = "Grows at each change of what it says.", example = "3") int version,
    @Schema(description = "Of exactly what would go out; what a validation is bound to.",
        example = "5e884898da28047151d0e56f8dc62927") String hash,
    @Schema(description = "When it goes out, on the brand's wall clock.",
        example = "2026-11-26T09:30:00+01:00")
    @Nullable OffsetDateTime plannedAt,
    @Schema(example = "Europe/Paris") @Nullable String timeZone,
    @Schema(description = "Whether it was validated exactly as it stands.", example = "true")
    boolean approved,
    @Schema(example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID approvedBy,
    @Schema(example = "019ab0de-0000-7000-8000-000000000004") @Nullable UUID submittedBy,
    @Schema(example = "2026-11-23T09:00:00+01:00") @Nullable OffsetDateTime submittedAt,
    @Schema(example = "2026-11-23T08:55:00+01:00") OffsetDateTime updatedAt) {

  static ContentSheet of(Content c, ZoneId zone) {
    var body = c.body();
    var planned = c.planned();
    return new ContentSheet(c.id().value(), body.title(), body.text(), images(body.images()),
        body.firstReply(), body.language(),
        body.chosen().stream().map(a -> Variant.of(a, c.progress().get(a.id()), zone)).toList(),
        c.stage(), c.version(), c.hash(), planned == null ? null : at(planned.at(), zone(planned)),
        planned == null ? null : planned.zone().getId(), c.isApprovedAsIs(), user(c.approvedBy()),
        user(c.submittedBy()), at(c.submittedAt(), zone),
        c.updatedAt().atZone(zone).toOffsetDateTime());
  }

  private static ZoneId zone(Planned planned) {
    return planned.zone();
  }

  private static @Nullable UUID user(@Nullable UserId id) {
    return id == null ? null : id.value();
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }

  private static List<ContentDraft.Image> images(List<ContentImage> images) {
    return images.stream()
        .map(i -> new ContentDraft.Image(i.asset().value(), i.altText())).toList();
  }

  /** How one account says it, and what became of that. */
  @Schema(name = "Adaptation")
  public record Variant(
      @Schema(example = "019ab0de-0000-7000-8000-000000000005") UUID id,
      @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
      @Schema(description = "Its own text; absent where it says the content's.",
          example = "Pain au levain : 16 h !")
      @Nullable String text,
      @Nullable List<ContentDraft.Image> images,
      @Nullable String firstReply,
      @Schema(example = "") String contentWarning,
      @Nullable Visibility visibility,
      @Schema(example = "false") boolean thread,
      @Schema(example = "false") boolean numbered,
      @Schema(example = "PUBLISHED") AdaptationProgress.Status status,
      @Schema(example = "https://network.example/p/42") @Nullable URI permalink,
      @Schema(description = "Why it did not go out, as a code; empty if nothing to say.",
          example = "") String note,
      @Schema(example = "2026-11-26T09:30:02+01:00") @Nullable OffsetDateTime progressedAt) {

    static Variant of(Adaptation a, @Nullable AdaptationProgress progress, ZoneId zone) {
      var own = a.images();
      return new Variant(a.id().value(), a.account().value(), a.text(),
          own == null ? null : ContentSheet.images(own), a.firstReply(), a.contentWarning(),
          a.visibility(), a.thread(), a.numbered(),
          progress == null ? AdaptationProgress.Status.NONE : progress.status(),
          progress == null ? null : progress.permalink(), progress == null ? "" : progress.note(),
          progress == null ? null : at(progress.at(), zone));
    }
  }
}
