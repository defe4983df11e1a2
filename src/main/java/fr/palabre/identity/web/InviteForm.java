package fr.palabre.identity.web;

import static java.util.Objects.requireNonNullElse;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.Role;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom to invite: by their address, or with none, by a link for whoever receives it. */
public record InviteForm(
    @Size(max = NewUser.EMAIL_LENGTH, message = "identity.fault.long")
    @Email(message = "identity.fault.email") String email,
    Role role) {
  static final InviteForm EMPTY = new InviteForm("", Role.COMMUNITY_MANAGER);

  public InviteForm {
    email = OneLine.of(email);
    role = requireNonNullElse(role, Role.READER);
  }

  @Nullable String address() {
    return email.isEmpty() ? null : email;
  }
}
