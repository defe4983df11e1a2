package fr.palabre.analytics.bilan;

import fr.palabre.analytics.bilan.Frozen.Content;
import fr.palabre.analytics.count.Period;
import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The reports of a brand: written while they are open, frozen when they are closed. */
@Component
public class Reports {
  public static final int LONGEST_WORDS = 8000;
  private static final int SHOWN = 100;
  private final ReportStore store;
  private final Bilans bilans;
  private final AuditTrail audit;
  private final JsonMapper json;
  private final Clock clock;

  Reports(ReportStore store, Bilans bilans, AuditTrail audit, JsonMapper json, Clock clock) {
    this.store = store;
    this.bilans = bilans;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  public List<Report> latest(WorkspaceId workspace) {
    return store.latest(workspace, SHOWN);
  }

  /** Those begun last first, before that one if one is named. */
  public List<Report> page(WorkspaceId workspace, @Nullable UUID before, int limit) {
    return store.page(workspace, before, limit);
  }

  @Transactional(readOnly = true)
  public Optional<Report> find(WorkspaceId workspace, UUID id) {
    return store.find(workspace, id);
  }

  public Optional<Report> find(WorkspaceId workspace, Period period) {
    return store.find(workspace, period);
  }

  /** The report of that period: the one there is, or a new one. */
  @Transactional
  public UUID begin(Member me, Period period) {
    var there = store.find(me.workspaceId(), period);
    if (there.isPresent()) return there.get().id();
    var id = Ids.next();
    store.insert(me.workspaceId(), me.user(), id, period, clock.instant());
    audit(me, "report.begun", id, period);
    return id;
  }

  /** Empty where someone else wrote meanwhile, or where it was closed: nothing is written. */
  @Transactional
  public Optional<Integer> write(Member me, UUID id, String words, int version) {
    return store.write(
        me.workspaceId(), me.user(), id, words.strip(), version, clock.instant());
  }

  /** Freezes the figures and the words; twice is harmless. */
  @Transactional
  public void close(Member me, Report report) {
    var now = clock.instant();
    if (!store.close(me.workspaceId(), report.id(), now)) return;
    var current = store.find(me.workspaceId(), report.id()).orElseThrow();
    var body = json.writeValueAsString(
        new Content(bilans.of(me.workspace(), current.period()), current.words()));
    store.freeze(me, report.id(), current.frozen() + 1, hash(body), body, now);
    audit(me, "report.closed", report.id(), report.period());
  }

  /** Lets it be written again; its frozen versions stay readable. */
  @Transactional
  public void reopen(Member me, Report report) {
    if (store.close(me.workspaceId(), report.id(), null))
      audit(me, "report.reopened", report.id(), report.period());
  }

  /** False for one that was closed once: it may have been handed on. */
  @Transactional
  public boolean delete(Member me, Report report) {
    var deleted = store.delete(me.workspaceId(), report.id());
    if (deleted) audit(me, "report.deleted", report.id(), report.period());
    return deleted;
  }

  /** @throws IllegalStateException if what was kept is no longer what was frozen */
  public Optional<Frozen> version(WorkspaceId workspace, UUID id, int number) {
    return store.version(workspace, id, number).map(kept -> {
      if (!hash(kept.body()).equals(kept.hash()))
        throw new IllegalStateException("Frozen report " + id + " v" + number + " was changed");
      return new Frozen(kept.number(), kept.frozenAt(), kept.hash(),
          json.readValue(kept.body(), Content.class));
    });
  }

  private void audit(Member me, String action, UUID id, Period period) {
    audit.record(me.tenant(), me.userId(), action, id, period.from() + " – " + period.to());
  }

  private static String hash(String body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
