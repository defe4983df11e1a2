package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.Workspaces;
import fr.palabre.identity.team.WorkspaceSettings;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The brand a token is for, and what the token may do there. */
@RestController
@RequestMapping("/api/v1/{brand}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Brand")
class BrandApi {
  private final Workspaces workspaces;
  private final WorkspaceSettings settings;

  BrandApi(Workspaces workspaces, WorkspaceSettings settings) {
    this.workspaces = workspaces;
    this.settings = settings;
  }

  @GetMapping
  @Operation(operationId = "getBrand", summary = "The brand, and what this token may do in it")
  ResponseEntity<Brand> brand(Member me) {
    return answer(me, me.workspace());
  }

  @PutMapping
  @Requires(Permission.WORKSPACE_MANAGE)
  @Operation(operationId = "changeBrand", summary = "Change the brand's settings")
  ResponseEntity<Brand> change(Member me,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Settings wished) {
    etag(me, me.workspace()).require(ifMatch);
    settings.change(me, wished.name().strip(), Locale.of(wished.language()),
        zone(wished.timeZone()), wished.ownerApproves());
    return answer(me, workspaces.workspace(me.workspaceId()));
  }

  @GetMapping("/roles")
  @Operation(operationId = "listRoles", summary = "The roles, and what each may do")
  Slice<Part> roles() {
    return Slice.whole(Arrays.stream(Role.values())
        .map(role -> new Part(role, role.permissions().stream().sorted().toList())).toList());
  }

  private static ResponseEntity<Brand> answer(Member me, Workspace w) {
    var holder = new Holder(me.userId(), me.name(), me.role(),
        me.permissions().stream().sorted().toList());
    return ResponseEntity.ok().eTag(etag(me, w).value()).body(new Brand(w.id().value(), w.slug(),
        w.name(), w.locale().getLanguage(), w.zone().getId(), w.demo(), w.ownerApproves(),
        holder));
  }

  private static Etag etag(Member me, Workspace w) {
    return Etag.of(w.id(), w.slug(), w.name(), w.zone(), w.locale(), w.demo(), w.ownerApproves(),
        me.userId(), me.name(), me.role(), me.permissions().stream().sorted().toList());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Refusal.invalid("unknown-zone");
    }
  }

  /** A brand, as the API shows it. */
  @Schema(name = "Brand")
  public record Brand(
      @Schema(example = "019ab0de-0000-7000-8000-000000000020") UUID id,
      @Schema(description = "First segment of its addresses.", example = "le-fournil") String slug,
      @Schema(example = "Le Fournil") String name,
      @Schema(example = "fr") String language,
      @Schema(example = "Europe/Paris") String timeZone,
      @Schema(description = "Whether it lives on the demo network.", example = "false")
      boolean demo,
      @Schema(description = "Whether, alone, its administrator may validate their own contents.",
          example = "true")
      boolean ownerApproves,
      Holder tokenHolder) {}

  /** What may be changed of a brand. */
  @Schema(name = "BrandSettings")
  public record Settings(
      @Schema(example = "Le Fournil") @NotBlank @Size(max = 80) String name,
      @Schema(example = "Europe/Paris") @NotBlank @Size(max = 60) String timeZone,
      @Schema(example = "fr") @NotNull @Pattern(regexp = "fr|en") String language,
      @Schema(example = "true") boolean ownerApproves) {}

  /** Whoever holds the token, and their part in the brand. */
  @Schema(name = "TokenHolder")
  public record Holder(
      @Schema(example = "019ab0de-0000-7000-8000-000000000003") UUID id,
      @Schema(example = "Camille Exemple") String name,
      @Schema(example = "COMMUNITY_MANAGER") Role role,
      @Schema(description = "Those of the role that the token grants.",
          example = "[\"CONTENT_READ\", \"CONTENT_WRITE\"]")
      List<Permission> permissions) {}

  /** A role. */
  @Schema(name = "Role")
  public record Part(
      @Schema(example = "READER") Role role,
      @Schema(example = "[\"CONTENT_READ\"]") List<Permission> permissions) {}
}
