package fr.palabre.inbox;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryProgressed;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.identity.Member;
import fr.palabre.identity.Workspace;
import fr.palabre.inbox.Replies.NewReply;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.Credentials;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.InboundReceived;
import fr.palabre.network.PostDraft;
import fr.palabre.network.RemoteAuthor;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says things to a brand, and tells what became of its answers. */
class Talk {
  static final RemoteAuthor MAELLE = new RemoteAuthor("u1", "maelle.exemple.test", "Maëlle", null);
  static final RemoteAuthor ROBIN = new RemoteAuthor("u2", "robin.exemple.test", "Robin", null);
  static final RemoteAuthor OURSELVES = new RemoteAuthor("us", "atelier", "L’atelier", null);
  private final Brands brands;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Replies replies;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  Talk(Brands brands, Accounts accounts, ApplicationEventPublisher events, Replies replies,
      JdbcClient jdbc, MovableClock clock) {
    this.brands = brands;
    this.accounts = accounts;
    this.events = events;
    this.replies = replies;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  AccountId account(Workspace brand) {
    return accounts.connect(brand.id(), null, Parlour.NETWORK, new ConnectResult.Connected(
        OURSELVES.remoteId(), OURSELVES.handle(), OURSELVES.displayName(), null, Map.of(),
        new Credentials(Map.of(), null), Set.of()));
  }

  void published(Workspace brand, AccountId account, String remoteId, String text) {
    tell(brand, account, new DeliverySubject("post", UUID.randomUUID()),
        new Act.Publish(PostDraft.of(text)), DeliveryState.DELIVERED, remoteId, null);
  }

  void says(Workspace brand, AccountId account, RemoteAuthor who, String id, @Nullable String to,
      String text) {
    hear(brand, account, message(who, Kind.REPLY, id, to, to, text));
  }

  Inbound.Message message(RemoteAuthor who, Kind kind, String id, @Nullable String parent,
      @Nullable String root, String text) {
    return new Inbound.Message(id, kind, who, text, parent, root,
        URI.create("https://parlour.test/" + id), List.of(), "fr", clock.instant());
  }

  void hear(Workspace brand, AccountId account, Inbound inbound) {
    brands.within(brand, () -> {
      events.publishEvent(new InboundReceived(brand.id(), account, Parlour.NETWORK, inbound));
      return true;
    });
  }

  ReplyOutcome reply(Member me, ConversationId id, int version, String text) {
    return reply(me, new NewReply(id, UUID.randomUUID(), version, null, text));
  }

  ReplyOutcome reply(Member me, NewReply reply) {
    return brands.within(me.workspace(), () -> replies.reply(me, reply));
  }

  void accepted(Member me, UUID reply, String remoteId) {
    tellReply(me.workspace(), reply, DeliveryState.DELIVERED, remoteId, null);
  }

  void refused(Member me, UUID reply, Reason reason) {
    tellReply(me.workspace(), reply, DeliveryState.REFUSED, null,
        new Rejected(reason, "400", "The network's words"));
  }

  void unknown(Member me, UUID reply) {
    tellReply(me.workspace(), reply, DeliveryState.UNKNOWN, null,
        new DeliveryOutcome.Unknown("cut"));
  }

  /** The one conversation of this brand. */
  Conversation only(Workspace brand, ConversationStore store) {
    return brands.within(brand, () -> store.find(brand.id(), new ConversationId(
        jdbc.sql("select id from inbox_conversation").query(UUID.class).single())).orElseThrow());
  }

  String state(Workspace brand, UUID message) {
    return brands.within(brand, () -> jdbc.sql("select state from inbox_message where id = :id")
        .param("id", message).query(String.class).single());
  }

  long count(Workspace brand, String what) {
    return brands.within(brand, () -> jdbc.sql("select count(*) from " + what)
        .query(Long.class).single());
  }

  Optional<String> one(Workspace brand, String sql) {
    return brands.within(brand, () -> jdbc.sql(sql)
        .query((row, _) -> Optional.ofNullable(row.getString(1))).single());
  }

  private void tellReply(Workspace brand, UUID reply, DeliveryState state,
      @Nullable String remoteId, @Nullable DeliveryOutcome outcome) {
    var account = brands.within(brand, () -> jdbc
        .sql("select account_id from inbox_message where id = :id").param("id", reply)
        .query((row, _) -> new AccountId(row.getObject(1, UUID.class))).single());
    tell(brand, account, new DeliverySubject("reply", reply), new Act.Publish(PostDraft.of("?")),
        state, remoteId, outcome);
  }

  private void tell(Workspace brand, AccountId account, DeliverySubject subject, Act act,
      DeliveryState state, @Nullable String remoteId, @Nullable DeliveryOutcome outcome) {
    brands.within(brand, () -> {
      events.publishEvent(new DeliveryProgressed(brand.id(), DeliveryId.next(), account,
          Parlour.NETWORK, act, subject, state, remoteId, null, outcome, clock.instant()));
      return true;
    });
  }
}
