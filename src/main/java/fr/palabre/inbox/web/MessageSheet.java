package fr.palabre.inbox.web;

import fr.palabre.inbox.web.Line.Said;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something said to or by the public, as the API shows it. */
@Schema(name = "Message")
public record MessageSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000052") UUID id,
    @Schema(description = "Whether the brand said it.", example = "false") boolean ours,
    @Schema(example = "Awa Fictive") String authorName,
    @Schema(example = "awa") String authorHandle,
    @Schema(example = "Avez-vous du pain sans gluten ?") String text,
    @Schema(example = "https://network.example/p/43") @Nullable String permalink,
    @Schema(example = "[]") List<String> media,
    @Schema(example = "2026-11-23T08:12:00+01:00") OffsetDateTime at,
    @Schema(example = "false") boolean edited,
    @Schema(description = "Whether its author took it back.", example = "false") boolean deleted,
    @Schema(description = "What became of ours: SENDING, SENT, REFUSED, UNKNOWN, WITHDRAWN.",
        example = "SENT") @Nullable String state,
    @Schema(description = "Why the network refused ours.", example = "TEXT_TOO_LONG")
    @Nullable String refusal,
    @Schema(example = "2") int likes,
    @Schema(description = "What became of our like.", example = "SENT") @Nullable String liked) {

  static MessageSheet of(Said s, ZoneId zone) {
    return new MessageSheet(s.id(), s.ours(), s.author(), s.handle(), s.text(), s.permalink(),
        s.media(), s.at().atZone(zone).toOffsetDateTime(), s.edited(), s.deleted(), s.state(),
        s.refusal(), s.likes(), s.liked());
  }
}
