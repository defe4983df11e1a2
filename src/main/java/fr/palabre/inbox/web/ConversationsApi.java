package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.Conversation;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.web.Line.Said;
import fr.palabre.network.Inbound;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations with the public, for programs: reading them. */
@RestController
@RequestMapping("/api/v1/{brand}/conversations")
@Requires(Permission.INBOX_READ)
@Tag(name = "Conversations")
class ConversationsApi {
  private static final int LINES = 2000;
  private final Inbox inbox;
  private final ListStore lists;
  private final ThreadStore threads;
  private final SearchStore search;

  ConversationsApi(Inbox inbox, ListStore lists, ThreadStore threads, SearchStore search) {
    this.inbox = inbox;
    this.lists = lists;
    this.threads = threads;
    this.search = search;
  }

  @GetMapping
  @Operation(operationId = "listConversations",
      summary = "Conversations, those that wait longest first")
  ResponseEntity<Slice<ConversationLine>> list(Member me, @Valid Paging paging,
      @Parameter(description = "One of the inbox's standing views.")
      @RequestParam(defaultValue = "ALL") InboxView view,
      @Parameter(description = "Only this network's.", example = "reseau")
      @RequestParam(required = false) @Nullable String network,
      @Parameter(description = "Only this account's.")
      @RequestParam(required = false) @Nullable UUID accountId,
      @Parameter(description = "Only those of that kind.")
      @RequestParam(required = false) Inbound.@Nullable Kind kind,
      @Parameter(description = "Only those that this member answers.")
      @RequestParam(required = false) @Nullable UUID assigneeId) {
    var query = new InboxQuery(view.word(), network, text(accountId),
        kind == null ? null : kind.name(), text(assigneeId), null, null);
    var after = paging.after(c ->
        new InboxQuery.Cursor(c.read(0, Long::valueOf), c.uuid(1)));
    var rows = lists.rows(me, query, Optional.ofNullable(after), paging.rows());
    return paging.answer(rows, row -> Cursor.of(row.place(), row.id()),
        row -> ConversationLine.of(row, me.zone()));
  }

  @GetMapping("/search")
  @Operation(operationId = "searchConversations",
      summary = "Conversations in which words were said, those said last first",
      description = "Accents and case do not matter; quotes hold words together, a minus excludes"
          + " one. A page may hold fewer than `limit` while more follow: `next` says so.")
  ResponseEntity<Slice<ConversationLine>> search(Member me, @Valid Paging paging,
      @Parameter(description = "The words.", example = "pain sans gluten")
      @RequestParam @NotBlank @Size(max = 200) String q,
      @Parameter(description = "Only this account's.")
      @RequestParam(required = false) @Nullable UUID accountId) {
    var query = new InboxQuery(InboxView.ALL.word(), null, text(accountId), null, null, q, null);
    var after = paging.after(c -> new InboxQuery.Cursor(c.read(0, Long::valueOf), c.uuid(1)));
    var page = search.page(me, after == null ? query : query.after(after), paging.size());
    var next = page.next();
    return paging.answer(
        page.rows().stream().map(row -> ConversationLine.of(row, me.zone())).toList(),
        next == null ? null : Cursor.of(next.number(), next.id()));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getConversation", summary = "A conversation")
  ResponseEntity<ConversationSheet> conversation(Member me, @PathVariable UUID id) {
    return answer(me, inbox.conversation(me, new ConversationId(id)));
  }

  @GetMapping("/{id}/messages")
  @Operation(operationId = "listMessages",
      summary = "What was said in a conversation, oldest first",
      description = "The newest 2,000 messages.")
  Slice<MessageSheet> messages(Member me, @PathVariable UUID id) {
    var conversation = inbox.conversation(me, new ConversationId(id));
    return Slice.whole(threads.lines(me, conversation.id(), LINES, Integer.MAX_VALUE).stream()
        .filter(Said.class::isInstance).map(Said.class::cast)
        .map(said -> MessageSheet.of(said, me.zone())).toList());
  }

  static ResponseEntity<ConversationSheet> answer(Member me, Conversation c) {
    return ResponseEntity.ok().eTag(etag(c).value()).body(ConversationSheet.of(c, me.zone()));
  }

  static Etag etag(Conversation c) {
    return Etag.of(c.id(), c.version(), c.authorName(), c.authorHandle(), c.person(), c.turn(),
        c.waitingSince(), c.closedAt(), c.assignee(), c.assigneeName());
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
