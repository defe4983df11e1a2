package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentStage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A content in a list of the API. */
@Schema(name = "ContentSummary")
public record ContentLine(
    @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID id,
    @Schema(description = "Its title, else its first words.", example = "Fournée du jeudi")
    String name,
    @Schema(example = "SCHEDULED") ContentStage stage,
    @Schema(description = "Ids of the networks it goes to.", example = "[\"reseau\"]")
    List<String> networks,
    @Schema(example = "2026-11-26T09:30:00+01:00") @Nullable OffsetDateTime plannedAt,
    @Schema(description = "Whether nobody knows if a network has part of it.", example = "false")
    boolean inDoubt,
    @Schema(example = "2026-11-23T08:55:00+01:00") OffsetDateTime updatedAt) {}
