package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountHealth;
import fr.palabre.network.AccountHealths;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The connected accounts, for programs. Connecting one takes a person and a browser. */
@RestController
@RequestMapping("/api/v1/{brand}/accounts")
@Requires(Permission.ACCOUNT_READ)
@Tag(name = "Accounts")
class AccountsApi {
  private final Accounts accounts;
  private final AccountHealths healths;
  private final Clock clock;

  AccountsApi(Accounts accounts, AccountHealths healths, Clock clock) {
    this.accounts = accounts;
    this.healths = healths;
    this.clock = clock;
  }

  @GetMapping
  @Operation(operationId = "listAccounts",
      summary = "The connected accounts, what each accepts and how it fares")
  Slice<AccountSheet> list(Member me) {
    return Slice.whole(healths.of(me.workspaceId()).stream().map(h -> sheet(me, h)).toList());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getAccount", summary = "A connected account")
  ResponseEntity<AccountSheet> account(Member me, @PathVariable UUID id) {
    var found = healths.of(me.workspaceId()).stream()
        .filter(h -> h.account().id().value().equals(id)).findFirst().orElseThrow();
    return ResponseEntity.ok().eTag(etag(found.account()).value()).body(sheet(me, found));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.ACCOUNT_CONNECT)
  @Operation(operationId = "removeAccount", summary = "Disconnect an account",
      description = "What opens it is forgotten; what it brought stays.")
  void remove(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var account = accounts.account(me.workspaceId(), new AccountId(id));
    etag(account).require(ifMatch);
    accounts.remove(me.workspaceId(), me.user(), account.id());
  }

  private AccountSheet sheet(Member me, AccountHealth health) {
    return AccountSheet.of(health, accounts.limits(health.account()), clock.instant(), me.zone());
  }

  // What is acted upon, not how it fares: that changes with each call.
  private static Etag etag(ConnectedAccount a) {
    return Etag.of(a.id(), a.handle(), a.displayName(), a.standing());
  }
}
