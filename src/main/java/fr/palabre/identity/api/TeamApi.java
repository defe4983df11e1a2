package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.team.Team;
import fr.palabre.identity.team.Team.Teammate;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the brand, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/members")
@Requires(Permission.TEAM_MANAGE)
@Tag(name = "Team")
class TeamApi {
  private final Team team;

  TeamApi(Team team) {
    this.team = team;
  }

  @GetMapping
  @Requires(Permission.CONTENT_READ)
  @Operation(operationId = "listMembers", summary = "The people who work in the brand, by name")
  Slice<Mate> members(Member me) {
    return Slice.whole(team.of(me.workspaceId()).stream().map(m -> mate(me, m)).toList());
  }

  @GetMapping("/{id}")
  @Requires(Permission.CONTENT_READ)
  @Operation(operationId = "getMember", summary = "A person who works in the brand")
  ResponseEntity<Mate> member(Member me, @PathVariable UUID id) {
    return answer(me, team.teammate(me.workspaceId(), new UserId(id)));
  }

  @PutMapping("/{id}/role")
  @Operation(operationId = "changeRole", summary = "Give a person another role")
  ResponseEntity<Mate> change(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody NewRole wished) {
    var mate = team.teammate(me.workspaceId(), new UserId(id));
    etag(mate).require(ifMatch);
    if (!team.change(me, mate.id(), wished.role()))
      throw Refusal.conflict("last-administrator", Map.of());
    return answer(me, team.teammate(me.workspaceId(), mate.id()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeMember", summary = "Take a person out of the brand")
  void remove(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var mate = team.teammate(me.workspaceId(), new UserId(id));
    etag(mate).require(ifMatch);
    if (!team.remove(me, mate.id())) throw Refusal.conflict("last-administrator", Map.of());
  }

  private static ResponseEntity<Mate> answer(Member me, Teammate mate) {
    return ResponseEntity.ok().eTag(etag(mate).value()).body(mate(me, mate));
  }

  private static Etag etag(Teammate mate) {
    return Etag.of(mate.id(), mate.name(), mate.email(), mate.role(), mate.since());
  }

  private static Mate mate(Member me, Teammate m) {
    return new Mate(m.id().value(), m.name(),
        me.may(Permission.TEAM_MANAGE) ? m.email() : null, m.role(),
        m.since().atZone(me.zone()).toOffsetDateTime());
  }

  /** A person who works in the brand. */
  @Schema(name = "Member")
  public record Mate(
      @Schema(example = "019ab0de-0000-7000-8000-000000000003") UUID id,
      @Schema(example = "Camille Exemple") String name,
      @Schema(description = "Only for those who run the team.", example = "camille@exemple.test")
      @Nullable String email,
      @Schema(example = "COMMUNITY_MANAGER") Role role,
      @Schema(example = "2026-11-02T09:00:00+01:00") OffsetDateTime since) {}

  /** Another role. */
  @Schema(name = "RoleChange")
  public record NewRole(@Schema(example = "MODERATOR") @NotNull Role role) {}
}
