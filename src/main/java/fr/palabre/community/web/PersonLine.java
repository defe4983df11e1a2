package fr.palabre.community.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A person of the public in a list of the API. */
@Schema(name = "PersonSummary")
public record PersonLine(
    @Schema(example = "019ab0de-0000-7000-8000-000000000051") UUID id,
    @Schema(example = "Awa Fictive") String name,
    @Schema(example = "2026-11-20T09:31:00+01:00") OffsetDateTime firstSeenAt) {}
