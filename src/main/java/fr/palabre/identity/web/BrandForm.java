package fr.palabre.identity.web;

import static java.util.Objects.requireNonNullElse;

import fr.palabre.identity.NewWorkspace;
import fr.palabre.identity.Workspace;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A brand as its settings show it, or as one creates it. */
public record BrandForm(
    @NotBlank(message = "identity.fault.brand")
    @Size(max = NewWorkspace.NAME_LENGTH, message = "identity.fault.long") String brand,
    String language,
    String zone,
    // A box left empty sends nothing.
    @Nullable Boolean ownerApproves) {

  public BrandForm {
    brand = OneLine.of(brand);
    language = "en".equals(language) ? "en" : "fr";
    zone = requireNonNullElse(zone, "Europe/Paris");
  }

  static BrandForm empty(Locale locale, ZoneId zone) {
    return new BrandForm("", locale.getLanguage(), zone.getId(), true);
  }

  static BrandForm of(Workspace workspace) {
    return new BrandForm(workspace.name(), workspace.locale().getLanguage(),
        workspace.zone().getId(), workspace.ownerApproves());
  }

  Faults faults(BindingResult bound) {
    var faults = Faults.in(bound);
    if (!Zones.known(zone)) faults.add("zone", "identity.fault.zone");
    return faults;
  }

  NewWorkspace workspace() {
    return new NewWorkspace(brand, locale(), ZoneId.of(zone), false);
  }

  public boolean ownerMayApprove() {
    return Boolean.TRUE.equals(ownerApproves);
  }

  Locale locale() {
    return Locale.of(language);
  }
}
