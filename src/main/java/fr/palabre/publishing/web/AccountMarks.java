package fr.palabre.publishing.web;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.publishing.web.BoardView.AccountMark;
import org.springframework.stereotype.Component;

/** An account as rows show it. */
@Component
class AccountMarks {
  private final Accounts accounts;

  AccountMarks(Accounts accounts) {
    this.accounts = accounts;
  }

  AccountMark mark(WorkspaceId workspace, AccountId id) {
    var account = accounts.account(workspace, id);
    return new AccountMark(account.displayName(), account.handle(), account.network().value(),
        accounts.connector(account.network()).name());
  }
}
