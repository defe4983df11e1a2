package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.ReturnAddress;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.preflight.PreflightRound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks a post over once more, after something was mended. */
@Controller
@RequestMapping("/{brand}/publication/{post}/verification")
@Requires(Permission.PUBLISH)
class PreflightPosts {
  private final Publication publication;
  private final PreflightRound preflight;
  private final Pages pages;
  private final Toasts toasts;

  PreflightPosts(Publication publication, PreflightRound preflight, Pages pages, Toasts toasts) {
    this.publication = publication;
    this.preflight = preflight;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping
  String again(Member me, @PathVariable UUID post,
      @RequestParam(name = "ici", required = false) @Nullable String here,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var id = publication.post(me.workspaceId(), new PostId(post)).id();
    preflight.again(me.workspaceId(), id);
    toasts.tell(request, response, Toast.done(page.t("publishing.done.verifier")));
    return "redirect:" + ReturnAddress.orElse(here, page.to("publication/" + id));
  }
}
