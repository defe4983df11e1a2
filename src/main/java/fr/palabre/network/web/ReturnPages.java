package fr.palabre.network.web;

import fr.palabre.identity.Permission;
import fr.palabre.identity.User;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.network.Accounts;
import fr.palabre.network.Authorizations;
import fr.palabre.network.Authorizations.Left;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where networks send people back. Under no brand: the state says which one they left from. */
@Controller
class ReturnPages {
  private final OAuthJourney journey;
  private final Authorizations authorizations;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Pages pages;
  private final Toasts toasts;

  ReturnPages(OAuthJourney journey, Authorizations authorizations, Workspaces workspaces,
      Accounts accounts, Pages pages, Toasts toasts) {
    this.journey = journey;
    this.authorizations = authorizations;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping(OAuthJourney.RETURN)
  String back(User me, @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code, HttpServletRequest request,
      HttpServletResponse response) {
    var brand = brand(me, state);
    var page = pages.of(request);
    var browser = journey.cameBack(request, response);
    var toast = authorizations.take(state, browser, me.id())
        .map(left -> code.isEmpty()
            ? Toast.failed(page.t("network.return.refused"))
            : complete(me, left, code, page))
        .orElseGet(() -> Toast.failed(page.t("network.return.stranger")));
    toasts.tell(request, response, toast);
    return "redirect:/" + brand + "/reseaux";
  }

  private Toast complete(User me, Left left, String code, Page page) {
    var connector = (ConnectsByOAuth) accounts.connector(left.network());
    return switch (connector.complete(left.memory(), code, journey.redirect())) {
      case ConnectResult.Connected found -> {
        accounts.connect(left.workspace(), me.id(), left.network(), found);
        yield Toast.done(page.t("network.connected", found.handle()));
      }
      case ConnectResult.Refused no ->
          Toast.failed(page.t(no.messageKey(), no.arguments().toArray()));
    };
  }

  /** The slug of the brand the state names, where this person may still connect accounts. */
  private String brand(User me, String state) {
    var slug = authorizations.workspace(state).map(this::slug)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var place = workspaces.of(me.id()).stream().filter(p -> p.slug().equals(slug)).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!place.role().may(Permission.ACCOUNT_CONNECT))
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    return slug;
  }

  private String slug(WorkspaceId workspace) {
    try {
      return workspaces.workspace(workspace).slug();
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
