package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a broken connection asks of the day: nothing goes out or comes in until it is mended. */
@Component
class NetworkDay implements DayItems {
  private static final int URGENT = 100;
  private final Accounts accounts;

  NetworkDay(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<DayItem> forDay(Page page, Instant now) {
    if (!(page.viewer() instanceof Member me) || !me.may(Permission.ACCOUNT_CONNECT))
      return List.of();
    return accounts.connected(me.workspaceId()).stream()
        .filter(a -> a.standing() == Standing.DISCONNECTED)
        .map(a -> item(a, page))
        .toList();
  }

  private DayItem item(ConnectedAccount account, Page page) {
    return new DayItem(DayItem.Moment.IN_DOUBT, URGENT,
        page.t("network.day.reconnect", account.handle()),
        page.t("network.day.reconnect.detail", accounts.connector(account.network()).name()),
        page.to("reseaux/nouveau/" + account.network() + "?compte=" + account.id()), "plug", null,
        "late");
  }
}
