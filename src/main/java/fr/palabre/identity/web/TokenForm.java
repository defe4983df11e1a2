package fr.palabre.identity.web;

import static java.util.Objects.requireNonNullElse;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.validation.BindingResult;

/** A token to be made: what for, and what it may do. */
public record TokenForm(
    @NotBlank(message = "identity.fault.token.name")
    @Size(max = 80, message = "identity.fault.long") String name,
    Set<Permission> permissions) {
  static final TokenForm EMPTY = new TokenForm("", Set.of());

  public TokenForm {
    name = OneLine.of(name);
    permissions = Set.copyOf(requireNonNullElse(permissions, Set.of()));
  }

  Faults faults(BindingResult bound, Member me) {
    var faults = Faults.in(bound);
    if (permissions.stream().noneMatch(me::may))
      faults.add("permissions", "identity.fault.token.permissions");
    return faults;
  }
}
