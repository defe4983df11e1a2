package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The brand's members. */
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
  @Operation(operationId = "listMembers", summary = "Everyone who works in the brand, by name")
  Slice<TeamMember> members(Member me) {
    var manages = me.may(Permission.TEAM_MANAGE);
    return Slice.whole(team.of(me.workspaceId()).stream()
        .map(mate -> new TeamMember(mate.id().value(), mate.name(),
            manages ? mate.email() : null, mate.role(), mate.since()))
        .toList());
  }

  @PutMapping("/{member}/role")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "changeRole", summary = "Give a member another role",
      description = "Refused with 409 for the brand's last administrator.")
  void change(Member me, @PathVariable UserId member, @Valid @RequestBody NewRole wish) {
    if (!team.change(me, member, wish.role())) throw lastAdministrator();
  }

  @DeleteMapping("/{member}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeMember", summary = "Remove a member from the brand",
      description = "Refused with 409 for the brand's last administrator.")
  void remove(Member me, @PathVariable UserId member) {
    if (!team.remove(me, member)) throw lastAdministrator();
  }

  private static Refusal lastAdministrator() {
    return Refusal.conflict("last-administrator", Map.of());
  }

  /** @param email given to those who manage the team */
  record TeamMember(UUID id, String name, @Nullable String email, Role role, Instant since) {}

  record NewRole(@NotNull Role role) {}
}
