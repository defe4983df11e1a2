package fr.palabre.inbox;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.inbox.ActStore.Acted;
import fr.palabre.inbox.ActStore.Kind;
import fr.palabre.platform.Ids;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members decide about conversations: whose they are, whether they are over. */
@Component
@Transactional
public class Inbox {
  // One order of locks for everyone.
  private static final Comparator<Read> BY_ID = Comparator.comparing(r -> r.id().value());
  private final ConversationStore conversations;
  private final TurnStore turns;
  private final ActStore acts;
  private final NoteStore notes;
  private final HappeningStore happenings;
  private final Drafts drafts;
  private final AuditTrail audit;
  private final Clock clock;

  Inbox(ConversationStore conversations, TurnStore turns, ActStore acts, NoteStore notes,
      HappeningStore happenings, Drafts drafts, AuditTrail audit, Clock clock) {
    this.conversations = conversations;
    this.turns = turns;
    this.acts = acts;
    this.notes = notes;
    this.happenings = happenings;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
  }

  /** A conversation as a person read it. */
  public record Read(ConversationId id, int version) {
    /** "id:version", as the list's boxes send it. */
    public static Read valueOf(String text) {
      var colon = text.indexOf(':');
      if (colon < 0) throw new IllegalArgumentException("No version in " + text);
      return new Read(ConversationId.valueOf(text.substring(0, colon)),
          Integer.parseInt(text.substring(colon + 1)));
    }
  }

  /** Who is to answer; nobody in particular where the id is null. */
  public record Assignee(@Nullable UUID id, @Nullable String name) {
    public static final Assignee NOBODY = new Assignee(null, null);
  }

  /**
   * What one gesture did.
   *
   * @param batch what undoes it
   * @param done how many conversations it changed
   * @param left how many were left as they are, since something had happened in them meanwhile
   */
  public record Done(UUID batch, int done, int left) {}

  /** @throws NoSuchElementException if this brand has none of that id */
  @Transactional(readOnly = true)
  public Conversation conversation(Member me, ConversationId id) {
    return conversations.find(me.workspaceId(), id).orElseThrow(NoSuchElementException::new);
  }

  /** What happened since someone read it, newest first. */
  @Transactional(readOnly = true)
  public List<Happening> since(Member me, Read read) {
    return happenings.since(me, read.id(), read.version());
  }

  /** Ends conversations; a turn that waited is decided: no answer, for that reason. */
  public Done close(Member me, List<Read> reads, NoAnswer why) {
    return each(me, reads, c -> {
      if (c.isClosed()) return null;
      var w = me.workspaceId();
      var now = clock.instant();
      if (c.turn() != null) turns.decided(w, c.turn(), why, now, me.userId());
      conversations.close(w, c.id(), now);
      return new Acted(Kind.CLOSED, c.turn() == null ? "" : why.name(), null, null, c.turn());
    });
  }

  /** Opens conversations again; what was decided without an answer waits again. */
  public Done reopen(Member me, List<Read> reads) {
    return each(me, reads, c -> {
      if (!c.isClosed()) return null;
      var turn = acts.turnClosed(me.workspaceId(), c.id());
      open(me, c, turn);
      return new Acted(Kind.REOPENED, "", null, null, turn);
    });
  }

  /** Gives conversations to someone, or back to everyone. */
  public Done assign(Member me, List<Read> reads, Assignee to) {
    return each(me, reads, c -> {
      var before = c.assignee() == null ? null : c.assignee().value();
      if (Objects.equals(before, to.id())) return null;
      conversations.assign(me.workspaceId(), c.id(), to.id(), to.name());
      return new Acted(Kind.ASSIGNED, to.name() == null ? "" : to.name(), before,
          c.assigneeName(), null);
    });
  }

  /** Takes a gesture back, wherever nothing happened since. */
  public Done undo(Member me, UUID batch) {
    var w = me.workspaceId();
    int done = 0;
    var all = acts.ofBatch(w, batch);
    for (var act : all) {
      var c = conversations.lock(w, act.conversation()).orElseThrow();
      if (c.version() != act.version() || !acts.markUndone(w, act.id(), clock.instant())) continue;
      switch (act.kind()) {
        case CLOSED -> open(me, c, act.turn());
        case ASSIGNED -> conversations.assign(w, c.id(), act.beforeId(), act.beforeName());
        case REOPENED -> conversations.close(w, c.id(), clock.instant());
      }
      conversations.touch(w, c.id());
      audit.record(me.tenant(), me.userId(), "conversation.undone", c.id().value(), c.label());
      done++;
    }
    return new Done(batch, done, all.size() - done);
  }

  /**
   * Writes what only the team reads.
   *
   * @param key made with the form: the same key twice is the same note
   */
  public void note(Member me, ConversationId id, UUID key, String text) {
    var c = conversations.lock(me.workspaceId(), id).orElseThrow(NoSuchElementException::new);
    drafts.forget(me, id);
    if (text.isBlank() || notes.knows(me, key)) return;
    notes.add(me, id, key, text.strip(), conversations.touch(me.workspaceId(), id),
        clock.instant());
    audit.record(me.tenant(), me.userId(), "conversation.noted", id.value(), c.label());
  }

  private void open(Member me, Conversation c, @Nullable UUID turn) {
    var w = me.workspaceId();
    if (turn != null && turns.reopen(w, turn)) conversations.wait(w, c.id(), turn);
    else conversations.reopen(w, c.id());
  }

  /** Does it wherever nothing happened that its doer had not read. */
  private Done each(Member me, List<Read> reads,
      Function<Conversation, @Nullable Acted> act) {
    var w = me.workspaceId();
    var batch = Ids.next();
    int done = 0;
    int left = 0;
    for (var read : reads.stream().sorted(BY_ID).toList()) {
      var c = conversations.lock(w, read.id()).orElseThrow(NoSuchElementException::new);
      if (c.version() != read.version()) {
        left++;
        continue;
      }
      var acted = act.apply(c);
      if (acted == null) continue;
      acts.add(me, c.id(), batch, acted, conversations.touch(w, c.id()), clock.instant());
      audit.record(me.tenant(), me.userId(), acted.kind().action(), c.id().value(), c.label());
      done++;
    }
    return new Done(batch, done, left);
  }
}
