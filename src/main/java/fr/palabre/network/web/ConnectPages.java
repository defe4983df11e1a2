package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Connectors;
import fr.palabre.network.ConnectsByForm;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.network.ConnectsByOAuth.Authorization;
import fr.palabre.network.NetworkConnector;
import fr.palabre.network.NetworkId;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Connecting an account, by a form or by going to the network to say yes there. */
@Controller
@RequestMapping("/{brand}/reseaux/nouveau")
@Requires(Permission.ACCOUNT_CONNECT)
class ConnectPages {
  private final Connectors connectors;
  private final Accounts accounts;
  private final OAuthJourney journey;
  private final Pages pages;
  private final Toasts toasts;

  ConnectPages(Connectors connectors, Accounts accounts, OAuthJourney journey, Pages pages,
      Toasts toasts) {
    this.connectors = connectors;
    this.accounts = accounts;
    this.journey = journey;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String choose(Model model) {
    model.addAttribute("networks", ConnectView.networks(connectors));
    return "network/choose";
  }

  @GetMapping("/{network}")
  String form(Member me, @PathVariable String network, @RequestParam @Nullable UUID compte,
      HttpServletRequest request, Model model) {
    var connector = offered(network);
    var known = Optional.ofNullable(compte)
        .map(id -> accounts.account(me.workspaceId(), new AccountId(id)))
        .filter(a -> a.network().equals(connector.id()));
    model.addAttribute("form", ConnectView.form(connector, known, pages.of(request)));
    return "network/connect";
  }

  @PostMapping("/{network}")
  String connect(Member me, @PathVariable String network,
      @RequestParam Map<String, String> typed, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    var connector = offered(network);
    var page = pages.of(request);
    return switch (connector) {
      case ConnectsByForm byForm -> switch (byForm.connect(typed)) {
        case ConnectResult.Connected found -> {
          var id = accounts.connect(me.workspaceId(), me.user(), connector.id(), found);
          yield connected(accounts.account(me.workspaceId(), id), page, request, response);
        }
        case ConnectResult.Refused no ->
            refused(connector, typed, no.messageKey(), no.arguments().toArray(), page, model);
      };
      case ConnectsByOAuth byOAuth -> switch (journey.begin(me, byOAuth, typed, request, response)) {
        case Authorization.GoTo go -> {
          model.addAttribute("leave", new ConnectView.Leave(connector.name(), go.address()));
          yield "network/leave";
        }
        case Authorization.Impossible no ->
            refused(connector, typed, no.messageKey(), no.arguments().toArray(), page, model);
      };
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private String connected(ConnectedAccount account, Page page, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(page.t("network.connected", account.handle())));
    return "redirect:" + page.to("reseaux");
  }

  private static String refused(NetworkConnector connector, Map<String, String> typed, String key,
      Object[] arguments, Page page, Model model) {
    model.addAttribute("form",
        ConnectView.again(connector, typed, page.t(key, arguments), page));
    return "network/connect";
  }

  private NetworkConnector offered(String network) {
    return connectors.all().stream()
        .filter(c -> c.id().value().equals(network) && ConnectView.isOffered(c))
        .findFirst().orElseThrow(() -> new NoSuchElementException("No network " + network));
  }
}
