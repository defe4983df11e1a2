package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.team.WorkspaceSettings;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** A brand's picture; its address carries its hash, so browsers keep it. */
@Controller
class LogoPage {
  private final WorkspaceSettings settings;

  LogoPage(WorkspaceSettings settings) {
    this.settings = settings;
  }

  @GetMapping("/{brand}/logo")
  @Requires(Permission.CONTENT_READ)
  ResponseEntity<byte[]> logo(Member me) {
    var picture = settings.logo(me)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
        .body(picture);
  }
}
