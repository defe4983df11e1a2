package fr.palabre.publishing.web;

import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Freezes;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.FreezeEverywhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stops all that goes out, and starts it again. */
@Controller
@RequestMapping("/{brand}/publication/gels")
@Requires(Permission.FREEZE)
class FreezePosts {
  static final String EVERYTHING = "tout";
  private static final int LONGEST = 200;
  private final Freezes freezes;
  private final FreezeEverywhere everywhere;
  private final Accounts accounts;
  private final Pages pages;
  private final Toasts toasts;

  FreezePosts(Freezes freezes, FreezeEverywhere everywhere, Accounts accounts, Pages pages,
      Toasts toasts) {
    this.freezes = freezes;
    this.everywhere = everywhere;
    this.accounts = accounts;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping
  String freeze(Member me, @RequestParam("motif") String reason,
      @RequestParam(name = "compte", defaultValue = "") String what,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var why = reason.strip();
    if (why.isEmpty()) why = page.t("publishing.freeze.unsaid");
    var begun = freeze(me, what, why.length() > LONGEST ? why.substring(0, LONGEST) : why);
    toasts.tell(request, response, Toast.done(begun == 0 ? page.t("publishing.freeze.done")
        : page.count("publishing.freeze.begun", begun)));
    return "redirect:" + page.to("publication");
  }

  @PostMapping("/{id}/fin")
  String thaw(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var waiting = freezes.thaw(me, id);
    toasts.tell(request, response, Toast.done(waiting == 0 ? page.t("publishing.thaw.done")
        : page.count("publishing.thaw.waiting", waiting)));
    return "redirect:" + page.to("publication");
  }

  private int freeze(Member me, String what, String reason) {
    return switch (what) {
      case EVERYTHING -> everywhere.freeze(me, reason);
      case "" -> freezes.freeze(me, new FreezeScope.Brand(), reason);
      default -> freezes.freeze(me, new FreezeScope.Account(account(me, what)), reason);
    };
  }

  private AccountId account(Member me, String id) {
    return accounts.account(me.workspaceId(), new AccountId(UUID.fromString(id))).id();
  }
}
