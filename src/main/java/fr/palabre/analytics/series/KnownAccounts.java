package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import fr.palabre.network.ReportsMetrics.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts whose figures are read, and when each is read next. */
@Component
public class KnownAccounts {
  private final JdbcClient jdbc;
  private final Turns turns;

  KnownAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.turns = new Turns(jdbc, "analytics_account", "account_id");
  }

  /** Those of the brand, the removed ones too: their history stays. */
  public List<KnownAccount> all(WorkspaceId workspace) {
    return jdbc.sql("""
            select * from analytics_account where workspace_id = :workspace
             order by network, handle
            """)
        .param("workspace", workspace.value())
        .query(KnownAccounts::row)
        .list();
  }

  /** The first day on which an account of the brand was read; empty for one without accounts. */
  public Optional<LocalDate> firstDay(WorkspaceId workspace, ZoneId zone) {
    return jdbc.sql("select min(known_at) from analytics_account where workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query((row, _) -> Optional.ofNullable(instantOrNull(row, "min")))
        .single()
        .map(at -> BrandDay.of(at, zone).day());
  }

  Optional<KnownAccount> find(WorkspaceId workspace, AccountId account) {
    return jdbc.sql("""
            select * from analytics_account
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query(KnownAccounts::row)
        .optional();
  }

  /** Reads it from now on; one known already is read now as well. */
  void know(ConnectedAccount account, @Nullable Offer offer, Instant now) {
    jdbc.sql("""
            insert into analytics_account (workspace_id, account_id, network, handle, post_offer,
                account_offer, known_at, next_read_at)
            values (:workspace, :account, :network, :handle, :posts::text[], :accounts::text[],
                :now, :next)
            on conflict (workspace_id, account_id) do update
               set handle = excluded.handle, post_offer = excluded.post_offer,
                   account_offer = excluded.account_offer, tries = 0,
                   next_read_at = least(coalesce(analytics_account.next_read_at,
                       excluded.next_read_at), excluded.next_read_at)
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("network", account.network().value())
        .param("handle", account.handle())
        .param("posts", offer == null ? "{}" : array(offer.post()))
        .param("accounts", offer == null ? "{}" : array(offer.account()))
        .param("now", at(now))
        .param("next", atOrNull(offer == null ? null : now))
        .update();
  }

  /** For figures that are older than the account's first day here. */
  void knownSince(WorkspaceId workspace, AccountId account, Instant since) {
    jdbc.sql("""
            update analytics_account set known_at = least(known_at, :since)
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("since", at(since))
        .update();
  }

  /** No longer read; what was read stays. */
  void leave(WorkspaceId workspace, AccountId account) {
    schedule(workspace, account, null, 0);
  }

  List<KnownAccount> claimDue(Instant now, int limit) {
    return turns.claimDue(now, limit, KnownAccounts::row);
  }

  void markRead(WorkspaceId workspace, AccountId account, Instant now) {
    jdbc.sql("""
            update analytics_account set read_at = :now
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("now", at(now))
        .update();
  }

  void schedule(WorkspaceId workspace, AccountId account, @Nullable Instant next, int tries) {
    turns.schedule(workspace, account.value(), next, tries);
  }

  private static KnownAccount row(ResultSet row, int n) throws SQLException {
    return new KnownAccount(new WorkspaceId(uuid(row, "workspace_id")),
        new AccountId(uuid(row, "account_id")), new NetworkId(row.getString("network")),
        row.getString("handle"), metrics(row, "post_offer"), metrics(row, "account_offer"),
        instant(row, "known_at"), instantOrNull(row, "read_at"),
        instantOrNull(row, "next_read_at"), row.getInt("tries"));
  }

  private static List<Metric> metrics(ResultSet row, String column) throws SQLException {
    var names = (String[]) row.getArray(column).getArray();
    return Arrays.stream(names).map(Metric::valueOf).toList();
  }

  private static String array(List<Metric> metrics) {
    return "{" + String.join(",", metrics.stream().map(Metric::name).toList()) + "}";
  }
}
