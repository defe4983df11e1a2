package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.intake.Understanding;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The connected accounts, how they fare, and what they brought that was not understood. */
@Controller
@RequestMapping("/{brand}/reseaux")
@Requires(Permission.ACCOUNT_READ)
class AccountPages {
  private final AccountViews views;
  private final Accounts accounts;
  private final Understanding understanding;
  private final Pages pages;
  private final Toasts toasts;

  AccountPages(AccountViews views, Accounts accounts, Understanding understanding, Pages pages,
      Toasts toasts) {
    this.views = views;
    this.accounts = accounts;
    this.understanding = understanding;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String show(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("view", views.view(me, pages.of(request)));
    return "network/accounts";
  }

  @PostMapping("/{account}/retrait")
  @Requires(Permission.ACCOUNT_CONNECT)
  String remove(Member me, @PathVariable UUID account, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var found = accounts.account(me.workspaceId(), new AccountId(account));
    accounts.remove(me.workspaceId(), me.user(), found.id());
    toasts.tell(request, response, Toast.done(page.t("network.removed", found.handle())));
    return "redirect:" + page.to("reseaux");
  }

  @PostMapping("/incompris/{event}/essai")
  @Requires(Permission.ACCOUNT_CONNECT)
  String retry(Member me, @PathVariable UUID event, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, understanding.retry(me.workspaceId(), event)
        ? Toast.done(page.t("network.odd.understood"))
        : Toast.failed(page.t("network.odd.still")));
    return "redirect:" + page.to("reseaux");
  }

  @PostMapping("/incompris/essai")
  @Requires(Permission.ACCOUNT_CONNECT)
  String retryAll(Member me, HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var left = understanding.retryAll(me.workspaceId());
    toasts.tell(request, response, left == 0
        ? Toast.done(page.t("network.odd.all"))
        : Toast.failed(page.count("network.odd.left", left)));
    return "redirect:" + page.to("reseaux");
  }
}
