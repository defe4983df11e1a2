package fr.palabre.editorial.web;

import fr.palabre.network.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller of the API wants a content to say; what is left out is empty. */
@Schema(description = "What a content is to say, once for all accounts and then account by account.")
public record ContentDraft(
    @Schema(description = "For the team only.", example = "Fournée du jeudi")
    @Size(max = 200) @Nullable String title,
    @Schema(example = "Le pain au levain sort du four à 16 h.")
    @Size(max = 20_000) @Nullable String text,
    @Size(max = 20) @Nullable List<@Valid Image> images,
    @Schema(description = "Answers the post as soon as it is out.",
        example = "La recette est sur notre site.")
    @Size(max = 20_000) @Nullable String firstReply,
    @Schema(description = "BCP 47 tag of the texts; the brand's language if left out.",
        example = "fr")
    @Size(max = 35) @Nullable String language,
    @Schema(description = "The accounts it goes out on, and what each says in its own way.")
    @Size(max = 50) @Nullable List<@Valid Variant> adaptations) {

  String titleOrEmpty() {
    return Objects.requireNonNullElse(title, "");
  }

  String textOrEmpty() {
    return Objects.requireNonNullElse(text, "");
  }

  String firstReplyOrEmpty() {
    return Objects.requireNonNullElse(firstReply, "");
  }

  List<Image> imagesOrNone() {
    return Objects.requireNonNullElse(images, List.of());
  }

  List<Variant> adaptationsOrNone() {
    return Objects.requireNonNullElse(adaptations, List.of());
  }

  /** An image of the library, as a content shows it. */
  @Schema(name = "ContentImage")
  public record Image(
      @Schema(example = "019ab0de-0000-7000-8000-000000000001") @NotNull UUID assetId,
      @Schema(description = "What it shows, in words.", example = "Une miche sur une planche")
      @Size(max = 5000) @Nullable String altText) {}

  /** How one account says it; what is left out is as the content says it. */
  @Schema(name = "ContentVariant")
  public record Variant(
      @Schema(example = "019ab0de-0000-7000-8000-000000000002") @NotNull UUID accountId,
      @Schema(description = "Its own text.", example = "Pain au levain : 16 h !")
      @Size(max = 20_000) @Nullable String text,
      @Size(max = 20) @Nullable List<@Valid Image> images,
      @Size(max = 20_000) @Nullable String firstReply,
      @Schema(description = "Shown before the text, on networks that can.", example = "Gluten")
      @Size(max = 500) @Nullable String contentWarning,
      @Nullable Visibility visibility,
      @Schema(description = "Whether a text too long is cut into a thread.", example = "false")
      @Nullable Boolean thread,
      @Schema(description = "Whether the parts of a thread are numbered.", example = "false")
      @Nullable Boolean numbered) {}
}
