package fr.palabre.identity.api;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The brand a token is for, and what the token may do there. */
@RestController
@Tag(name = "Brand")
class BrandApi {
  @GetMapping("/api/v1/{brand}")
  @Requires(Permission.CONTENT_READ)
  @Operation(operationId = "readBrand", summary = "The brand, and what this token may do in it")
  Brand brand(Member me) {
    var workspace = me.workspace();
    var holder = new Holder(me.userId(), me.name(), me.role(),
        me.permissions().stream().sorted().toList());
    return new Brand(workspace.id().value(), workspace.slug(), workspace.name(),
        workspace.locale().getLanguage(), workspace.zone().getId(), workspace.demo(), holder);
  }

  /** @param zone IANA name of the brand's wall clock */
  record Brand(UUID id, String slug, String name, String language, String zone, boolean demo,
      Holder tokenHolder) {}

  record Holder(UUID id, String name, Role role, List<Permission> permissions) {}
}
