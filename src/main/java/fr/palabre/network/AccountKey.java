package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.util.List;
import java.util.UUID;

/** One account among those of all brands. */
record AccountKey(WorkspaceId workspace, AccountId account) {
  static AccountKey of(ConnectedAccount account) {
    return new AccountKey(account.workspace(), account.id());
  }

  static UUID[] workspaces(List<AccountKey> keys) {
    return keys.stream().map(k -> k.workspace.value()).toArray(UUID[]::new);
  }

  static UUID[] accounts(List<AccountKey> keys) {
    return keys.stream().map(k -> k.account.value()).toArray(UUID[]::new);
  }
}
