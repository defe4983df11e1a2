package fr.palabre.identity.web;

import static java.util.Objects.requireNonNullElse;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.NewWorkspace;
import fr.palabre.identity.entry.PasswordRules;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.validation.BindingResult;

/** The first run's form: the administrator, then their first brand. */
public record WelcomeForm(
    @NotBlank(message = "identity.fault.name")
    @Size(max = NewUser.NAME_LENGTH, message = "identity.fault.long") String name,
    @NotBlank(message = "identity.fault.email")
    @Size(max = NewUser.EMAIL_LENGTH, message = "identity.fault.long")
    @Email(message = "identity.fault.email") String email,
    String password,
    @NotBlank(message = "identity.fault.brand")
    @Size(max = NewWorkspace.NAME_LENGTH, message = "identity.fault.long") String brand,
    String language,
    String zone) {

  public WelcomeForm {
    name = OneLine.of(name);
    email = OneLine.of(email);
    password = requireNonNullElse(password, "");
    brand = OneLine.of(brand);
    language = "en".equals(language) ? "en" : "fr";
    zone = requireNonNullElse(zone, "Europe/Paris");
  }

  static WelcomeForm empty(Locale locale) {
    return new WelcomeForm("", "", "", "", locale.getLanguage(), "Europe/Paris");
  }

  Faults faults(BindingResult bound) {
    var faults = Faults.in(bound);
    var password = PasswordRules.fault(password(), name, email, brand);
    if (password != null) faults.add("password", password);
    if (!Zones.known(zone)) faults.add("zone", "identity.fault.zone");
    return faults;
  }

  NewUser administrator() {
    return new NewUser(email, name, new Secret(password), Locale.of(language));
  }

  NewWorkspace workspace() {
    return new NewWorkspace(brand, Locale.of(language), ZoneId.of(zone), false);
  }

  @Override
  public String toString() {
    return "WelcomeForm[…]";
  }
}
