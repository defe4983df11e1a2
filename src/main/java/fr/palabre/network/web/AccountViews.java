package fr.palabre.network.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.AccountHealth;
import fr.palabre.network.AccountHealth.Failure;
import fr.palabre.network.AccountHealth.Polling;
import fr.palabre.network.AccountHealth.Quota;
import fr.palabre.network.AccountHealths;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.Portraits;
import fr.palabre.network.intake.NotUnderstood;
import fr.palabre.network.intake.Understanding;
import fr.palabre.network.web.AccountsView.AccountCard;
import fr.palabre.network.web.AccountsView.Fact;
import fr.palabre.network.web.AccountsView.Note;
import fr.palabre.network.web.AccountsView.OddRow;
import fr.palabre.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a person's words how their accounts fare. */
@Component
class AccountViews {
  private static final int ODD_SHOWN = 50;
  private final AccountHealths healths;
  private final Accounts accounts;
  private final Understanding understanding;
  private final Portraits portraits;

  AccountViews(AccountHealths healths, Accounts accounts, Understanding understanding,
      Portraits portraits) {
    this.healths = healths;
    this.accounts = accounts;
    this.understanding = understanding;
    this.portraits = portraits;
  }

  AccountsView view(Member me, Page page) {
    return new AccountsView(
        healths.of(me.workspaceId()).stream().map(h -> card(h, page)).toList(),
        understanding.notUnderstood(me.workspaceId(), ODD_SHOWN).stream()
            .map(e -> odd(me, e, page)).toList(),
        me.may(Permission.ACCOUNT_CONNECT));
  }

  private AccountCard card(AccountHealth health, Page page) {
    var account = health.account();
    var connector = accounts.connector(account.network());
    var notes = notes(health, connector.name(), page);
    var lost = account.standing() == Standing.DISCONNECTED;
    var tone = lost ? "late" : notes.isEmpty() ? "good" : "wait";
    return new AccountCard(account.id().value(), account.displayName(), account.handle(),
        account.network().value(), connector.name(), portraits.address(account.avatarUrl()),
        connector.simulated(), tone, lost ? "alert" : notes.isEmpty() ? "check" : "question",
        page.t("network.standing." + tone), notes, facts(health, page),
        page.to("reseaux/nouveau/" + account.network() + "?compte=" + account.id()));
  }

  private List<Note> notes(AccountHealth health, String network, Page page) {
    var notes = new ArrayList<Note>();
    if (health.disconnectedCode() != null)
      notes.add(new Note("late", "alert",
          page.t("network.note.disconnected", network, health.disconnectedCode())));
    else if (health.failure() != null)
      notes.add(new Note("wait", "alert", failing(health.failure(), network, page)));
    if (!health.missingScopes().isEmpty())
      notes.add(new Note("wait", "lock",
          page.t("network.note.scopes", String.join(", ", health.missingScopes()))));
    if (health.isExpiringSoon(page.now()) && health.tokenExpiresAt() != null)
      notes.add(new Note("wait", "key",
          page.t("network.note.expires", page.date(health.tokenExpiresAt()))));
    if (health.isTrafficMissing(page.now())) notes.add(missing(health.polling(), page));
    return notes;
  }

  private static String failing(Failure failure, String network, Page page) {
    var since = span(Duration.between(failure.since(), page.now()), page);
    return page.t("network.failure." + failure.kind(), network, since)
        + (failure.code().isBlank() ? "" : " (" + failure.code() + ")");
  }

  private static Note missing(@Nullable Polling polling, Page page) {
    if (polling == null || polling.usualSilence() == null || polling.lastEventAt() == null)
      throw new IllegalArgumentException("Nothing was expected");
    return new Note("wait", "question", page.t("network.note.silence",
        span(polling.usualSilence(), page), page.ago(polling.lastEventAt())));
  }

  private static List<Fact> facts(AccountHealth health, Page page) {
    var facts = new ArrayList<Fact>();
    facts.add(fact("network.fact.success", ago(health.lastSuccessAt(), page), page));
    var polling = health.polling();
    if (polling != null && health.account().standing() == Standing.CONNECTED) {
      facts.add(fact("network.fact.event", ago(polling.lastEventAt(), page), page));
      facts.add(fact("network.fact.next", page.t("network.fact.next.value",
          soon(polling.nextAt(), page), span(polling.rhythm(), page)), page));
    }
    if (health.tokenExpiresAt() != null)
      facts.add(fact("network.fact.token", page.date(health.tokenExpiresAt()), page));
    health.quotas().forEach(q -> facts.add(quota(health.account(), q, page)));
    return facts;
  }

  private static Fact quota(ConnectedAccount account, Quota quota, Page page) {
    var key = "network." + account.network() + ".quota." + quota.bucket();
    var name = page.knows(key) ? page.t(key) : page.t("network.fact.quota", quota.bucket());
    // Once its hour has come, what was left then says nothing any more.
    var over = quota.resetsAt() != null && quota.resetsAt().isBefore(page.now());
    var left = over && quota.allowed() != null ? quota.allowed() : quota.remaining();
    var value = quota.allowed() == null ? page.number(left)
        : page.t("network.fact.quota.value", page.number(left), page.number(quota.allowed()));
    return new Fact(name, quota.resetsAt() == null || over ? value
        : page.t("network.fact.quota.resets", value, page.ago(quota.resetsAt())));
  }

  private OddRow odd(Member me, NotUnderstood event, Page page) {
    var account = accounts.account(me.workspaceId(), event.account());
    return new OddRow(event.id(), account.handle(), account.network().value(),
        page.ago(event.receivedAt()), page.count("network.odd.attempts", event.attempts()),
        event.error());
  }

  private static Fact fact(String name, String value, Page page) {
    return new Fact(page.t(name), value);
  }

  private static String soon(Instant at, Page page) {
    var left = Duration.between(page.now(), at);
    return left.toSeconds() < 1 ? page.t("time.now") : page.t("time.in", span(left, page));
  }

  private static String ago(@Nullable Instant at, Page page) {
    return at == null ? page.t("network.fact.never") : page.ago(at);
  }

  private static String span(Duration span, Page page) {
    if (span.toSeconds() < 90) return page.count("network.seconds", span.toSeconds());
    if (span.toMinutes() < 90) return page.count("time.minutes", span.toMinutes());
    if (span.toHours() < 48) return page.count("time.hours", span.toHours());
    return page.count("time.days", span.toDays());
  }
}
