package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.NewUser;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import fr.palabre.identity.entry.HouseAddress;
import fr.palabre.identity.team.Invitations;
import fr.palabre.identity.team.PendingInvitation;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.mail.OutgoingMail.Fate;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations nobody has taken yet. */
@RestController
@RequestMapping("/api/v1/{brand}/invitations")
@Requires(Permission.TEAM_MANAGE)
@Tag(name = "Team")
class InvitationsApi {
  private final Invitations invitations;
  private final Team team;
  private final HouseAddress house;

  InvitationsApi(Invitations invitations, Team team, HouseAddress house) {
    this.invitations = invitations;
    this.team = team;
    this.house = house;
  }

  @GetMapping
  @Operation(operationId = "listInvitations", summary = "Invitations that wait, newest first")
  Slice<Invited> invitations(Member me, HttpServletRequest request) {
    return Slice.whole(invitations.open(me.workspaceId()).stream()
        .map(open -> invited(me, open, request)).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "invite", summary = "Invite someone",
      description = "Sent by e-mail where the house can and an address is given; the link serves "
          + "once, for seven days.")
  Invited invite(Member me, @Valid @RequestBody Wish wish, HttpServletRequest request) {
    if (team.of(me.workspaceId()).stream().anyMatch(mate -> mate.email().equalsIgnoreCase(
        wish.email()))) throw Refusal.conflict("already-member", Map.of());
    return invited(me, invitations.invite(me, wish.email(), wish.role()), request);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "withdrawInvitation", summary = "Withdraw an invitation")
  void withdraw(Member me, @PathVariable UUID id) {
    invitations.withdraw(me, id);
  }

  private Invited invited(Member me, PendingInvitation open, HttpServletRequest request) {
    var link = HouseAddress.at(house.forScreen(request), "invitation", open.token());
    return new Invited(open.id(), open.email(), open.role(), open.mail(), link,
        open.expiresAt().atZone(me.zone()).toOffsetDateTime());
  }

  /** Who is to join, and in which role. */
  @Schema(name = "NewInvitation")
  public record Wish(
      @Schema(description = "Left out for a link to hand over.", example = "lou@exemple.test")
      @Email @Size(max = NewUser.EMAIL_LENGTH) @Nullable String email,
      @Schema(example = "READER") @NotNull Role role) {}

  /** An invitation nobody has taken yet. */
  @Schema(name = "Invitation")
  public record Invited(
      @Schema(example = "019ab0de-0000-7000-8000-000000000060") UUID id,
      @Schema(description = "Absent for a link to hand over.", example = "lou@exemple.test")
      @Nullable String email,
      @Schema(example = "READER") Role role,
      @Schema(description = "What became of its e-mail; absent where none was written.",
          example = "SENT") @Nullable Fate mail,
      @Schema(description = "Serves once.", example = "https://palabre.example/invitation/jeton")
      URI link,
      @Schema(example = "2026-11-30T09:00:00+01:00") OffsetDateTime expiresAt) {}
}
