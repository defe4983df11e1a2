package fr.palabre.identity.web;

import static java.util.Objects.requireNonNullElse;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.entry.PasswordRules;
import fr.palabre.identity.team.Invitation;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.validation.BindingResult;

/** An invited person's new account. The address an invitation was sent to is theirs: it stays. */
public record JoinForm(
    @NotBlank(message = "identity.fault.name")
    @Size(max = NewUser.NAME_LENGTH, message = "identity.fault.long") String name,
    @Size(max = NewUser.EMAIL_LENGTH, message = "identity.fault.long")
    @Email(message = "identity.fault.email") String email,
    String password,
    String language) {

  public JoinForm {
    name = OneLine.of(name);
    email = OneLine.of(email);
    password = requireNonNullElse(password, "");
    language = "en".equals(language) ? "en" : "fr";
  }

  static JoinForm empty(Invitation invitation, Locale locale) {
    return new JoinForm("", requireNonNullElse(invitation.email(), ""), "",
        locale.getLanguage());
  }

  Faults faults(BindingResult bound, Invitation invitation) {
    var faults = Faults.in(bound);
    if (address(invitation).isEmpty()) faults.add("email", "identity.fault.email");
    var fault = PasswordRules.fault(password, name, address(invitation), invitation.brand());
    if (fault != null) faults.add("password", fault);
    return faults;
  }

  NewUser person(Invitation invitation) {
    return new NewUser(address(invitation), name, new Secret(password), Locale.of(language));
  }

  private String address(Invitation invitation) {
    return requireNonNullElse(invitation.email(), email);
  }

  @Override
  public String toString() {
    return "JoinForm[…]";
  }
}
