package fr.palabre.editorial.web;

import fr.palabre.editorial.Check;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to know before a content goes out, as the API says it. */
@Schema(name = "Check")
public record CheckLine(
    @Schema(example = "TOO_LONG") Check.Kind kind,
    @Schema(description = "Whether nothing can be submitted before it is mended.",
        example = "true") boolean blocking,
    @Schema(description = "The account it concerns; absent if all.",
        example = "019ab0de-0000-7000-8000-000000000002") @Nullable UUID accountId,
    @Schema(example = "019ab0de-0000-7000-8000-000000000001") @Nullable UUID assetId,
    @Schema(description = "What there is.", example = "312") long found,
    @Schema(description = "What is allowed.", example = "300") long allowed) {}
