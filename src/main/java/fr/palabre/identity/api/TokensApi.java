package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.entry.ApiTokens;
import fr.palabre.identity.entry.ApiTokens.ApiToken;
import fr.palabre.platform.web.api.ApiCaller;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own tokens. None is made here: a token that was stolen could make itself an heir, and its
 * text would be kept among the answers that are given again.
 */
@RestController
@RequestMapping("/api/v1/{brand}/tokens")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Brand")
class TokensApi {
  private final ApiTokens tokens;

  TokensApi(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  @Operation(operationId = "listTokens",
      summary = "The tokens that the caller's person has for this brand, newest first",
      description = "Never their text. They are made on screen only.")
  Slice<Sheet> list(Member me, HttpServletRequest request) {
    var mine = request.getAttribute(ApiCaller.TOKEN);
    return Slice.whole(tokens.of(me).stream().map(token -> Sheet.of(me, token, mine)).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "revokeToken", summary = "Revoke one of one's own tokens",
      description = "It serves no more from then on, even if it is the one that asked.")
  void revoke(Member me, @PathVariable UUID id) {
    tokens.revoke(me, id);
  }

  /** A token, without its text. */
  @Schema(name = "Token")
  public record Sheet(
      @Schema(example = "019ab0de-0000-7000-8000-000000000095") UUID id,
      @Schema(example = "Tableur du lundi") String name,
      List<Permission> permissions,
      @Schema(example = "2026-11-20T10:00:00+01:00") OffsetDateTime createdAt,
      @Schema(description = "Absent if it never served.", example = "2026-11-23T08:00:00+01:00")
      @Nullable OffsetDateTime usedAt,
      @Schema(description = "Whether it is the one that asks.", example = "true") boolean current) {

    static Sheet of(Member me, ApiToken t, @Nullable Object mine) {
      var used = t.usedAt();
      return new Sheet(t.id(), t.name(), t.permissions().stream().sorted().toList(),
          t.createdAt().atZone(me.zone()).toOffsetDateTime(),
          used == null ? null : used.atZone(me.zone()).toOffsetDateTime(), t.id().equals(mine));
    }
  }
}
