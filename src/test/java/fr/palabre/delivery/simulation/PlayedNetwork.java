package fr.palabre.delivery.simulation;

import static fr.palabre.delivery.simulation.Fault.*;

import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that stands beyond the door: servers, and the wires to them. */
final class PlayedNetwork {
  /** A call arrives this long after it was begun, or not at all: connectors count on a minute. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(50);
  private static final Duration LISTED_AFTER = Duration.ofSeconds(110);
  private static final Duration LATE = Duration.ofSeconds(9);
  private static final Duration LATEST = Duration.ofSeconds(28);
  private static final List<Fault> THROTTLES = List.of(THROTTLED_FOR_SECONDS,
      THROTTLED_UNTIL_HTTP_DATE, THROTTLED_UNTIL_EPOCH, THROTTLED_UNTIL_ISO_DATE,
      THROTTLED_WITHOUT_WORD);
  private static final Map<Fault, Reason> REFUSALS = Map.of(
      REFUSED_TEXT_TOO_LONG, Reason.TEXT_TOO_LONG, REFUSED_TEXT_EMPTY, Reason.TEXT_EMPTY,
      REFUSED_MEDIA, Reason.MEDIA_REFUSED, REFUSED_MEDIA_TOO_LARGE, Reason.MEDIA_TOO_LARGE,
      REFUSED_DUPLICATE, Reason.DUPLICATE, REFUSED_FORBIDDEN, Reason.FORBIDDEN,
      REFUSED_PARENT_GONE, Reason.PARENT_GONE, REFUSED_NOT_FOUND, Reason.NOT_FOUND,
      REFUSED_INVALID, Reason.INVALID);
  private final History history;
  private final Ledger ledger;
  private final Map<String, Server> servers = new HashMap<>();

  PlayedNetwork(History history) {
    this.history = history;
    this.ledger = history.ledger;
  }

  void opens(Server server) {
    servers.put(server.host(), server);
  }

  HttpResult answer(HttpCall call) {
    var strand = history.current();
    var server = Objects.requireNonNull(servers.get(call.address().getHost()));
    var asked = server.asked(call);
    var result = switch (asked.kind()) {
      case PUBLISH, ACT -> write(strand, server, asked, call);
      case READ -> read(strand, server, call);
      case UPLOAD -> upload(strand, server);
      case RENEW -> server.renewed();
    };
    // The caller reads at once how long it is told to wait.
    if (strand.told == null) history.point(strand);
    return result;
  }

  // ---- a call that people would see

  private HttpResult write(Strand strand, Server server, Asked asked, HttpCall call) {
    var item = ledger.items.get(asked.item());
    if (strand.begunClock == null) strand.begunClock = now();
    history.tells(strand.name + " calls for " + item);
    ledger.called(item, strand);
    for (var rule : history.rules)
      if (ledger.spends(item, strand, rule)) history.meets(QUOTA_USED_UP);
    if (strikes(KILLED_BEFORE_THE_CALL_ARRIVED)) {
      if (history.luck.chance(0.5)) arrivesLater(strand, server, item, call);
      history.kill(strand.node);
      throw new Killed();
    }
    if (strikes(NOT_REACHED)) return new HttpResult.NotSent("connection refused");
    if (strikes(CUT_BEFORE_ACCEPTING)) return cut();
    if (strikes(CUT_WHILE_ACCEPTING)) {
      arrivesLater(strand, server, item, call);
      return cut();
    }
    if (strikes(FAILED_BEFORE_ACCEPTING)) return failed(500);
    if (strikes(TOKEN_EXPIRED)) server.expire();
    if (strikes(TOKEN_REVOKED)) server.revoked = true;
    if (!server.admits(call)) return server.tokenRefused();
    var no = refusal(strand, server, item);
    if (no != null) return no;
    if (strikes(ACCEPTED_LATE)) return acceptedLate(strand, server, item, call);
    return answered(strand, server, item, accept(strand, server, item, call), call);
  }

  private @Nullable HttpResult refusal(Strand strand, Server server, Item item) {
    for (var how : THROTTLES)
      if (server.says(how) && strikes(how)) return throttled(strand, server, item, how);
    for (var refusal : REFUSALS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList())
      if (strikes(refusal.getKey())) return server.refused(refusal.getValue());
    if (item.isMessage() && item.image && strikes(MEDIA_REJECTED_AFTERWARDS))
      return server.mediaRejected();
    if (item.isMessage() && strikes(LIMITS_CHANGED)) server.longest = 12;
    return item.isMessage() && !server.takes(history.text(item))
        ? server.refused(Reason.TEXT_TOO_LONG) : null;
  }

  private HttpResult throttled(Strand strand, Server server, Item item, Fault how) {
    var wait = history.luck.between(Duration.ofSeconds(2), Duration.ofSeconds(400)).toSeconds();
    var until = Instant.ofEpochSecond(now().getEpochSecond() + wait);
    if (how == THROTTLED_FOR_SECONDS) until = now().plusSeconds(wait);
    if (how != THROTTLED_WITHOUT_WORD) {
      strand.told = until;
      strand.toldAccount = item.account;
    }
    return server.throttled(how, Instant.ofEpochSecond(now().getEpochSecond() + wait));
  }

  private @Nullable Post accept(Strand strand, Server server, Item item, HttpCall call) {
    var at = Objects.requireNonNullElse(strand.begunClock, now());
    return accept(at, server, item, call);
  }

  private @Nullable Post accept(Instant begun, Server server, Item item, HttpCall call) {
    if (!item.isMessage()) {
      ledger.accepted(item, null);
      return null;
    }
    var behind = server instanceof MastodonServer && strikes(READ_BEHIND)
        ? earlier(now().plus(history.luck.between(LATE, LISTED_AFTER)), begun.plus(LISTED_AFTER))
        : now();
    var post = server.post(call, begun, behind);
    ledger.accepted(item, post);
    return post;
  }

  private HttpResult answered(Strand strand, Server server, Item item, @Nullable Post post,
      HttpCall call) {
    var good = post == null ? server.acted(call) : server.published(post);
    if (strikes(KILLED_BEFORE_THE_ANSWER_ARRIVED)) {
      history.kill(strand.node);
      throw new Killed();
    }
    if (strikes(FAILED_AFTER_ACCEPTING)) return failed(500);
    if (strikes(GATEWAY_TIMED_OUT_AFTER_ACCEPTING)) return failed(504);
    if (strikes(CUT_AFTER_ACCEPTING)) return cut();
    if (strikes(ANSWER_GARBLED)) return garbled();
    if (strikes(ANSWERED_LATE)) history.sleep(strand, history.luck.between(LATE, LATEST));
    if (post != null && strikes(CARRIED_TWICE)) return server.again(post);
    return good;
  }

  private HttpResult acceptedLate(Strand strand, Server server, Item item, HttpCall call) {
    var wait = history.luck.between(LATE, LATEST);
    var begun = Objects.requireNonNullElse(strand.begunClock, now());
    var result = new HttpResult[1];
    history.at(earlier(now().plus(wait), begun.plus(IN_FLIGHT)), () -> {
      var post = accept(begun, server, item, call);
      result[0] = post == null ? server.acted(call) : server.published(post);
    });
    history.sleep(strand, wait);
    return result[0] == null ? cut() : result[0];
  }

  private void arrivesLater(Strand strand, Server server, Item item, HttpCall call) {
    var begun = Objects.requireNonNullElse(strand.begunClock, now());
    var at = now().plus(history.luck.between(Duration.ZERO, IN_FLIGHT));
    history.at(earlier(at, begun.plus(IN_FLIGHT)), () -> {
      if (server.admits(call)) accept(begun, server, item, call);
    });
  }

  private HttpResult upload(Strand strand, Server server) {
    if (strikes(KILLED_WHILE_UPLOADING)) {
      history.kill(strand.node);
      throw new Killed();
    }
    if (strikes(UPLOAD_CUT)) return cut();
    return strikes(UPLOAD_FAILED) ? failed(500) : server.uploaded();
  }

  // ---- a reading

  private HttpResult read(Strand strand, Server server, HttpCall call) {
    if (strikes(KILLED_WHILE_READING)) {
      history.kill(strand.node);
      throw new Killed();
    }
    if (strikes(READ_CUT)) return cut();
    if (strikes(READ_FAILED)) return failed(502);
    if (strikes(READ_THROTTLED))
      return server.throttled(THROTTLED_FOR_SECONDS, now().plusSeconds(7));
    var holes = server instanceof MastodonServer && strikes(READ_WITH_HOLES);
    return server.read(call, post -> !now().isBefore(post.listedFrom())
        && !(holes && now().isBefore(post.calledAt().plus(LISTED_AFTER))));
  }

  private boolean strikes(Fault fault) {
    return history.strikes(fault);
  }

  private Instant now() {
    return history.now();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static HttpResult cut() {
    return new HttpResult.Unknown("IOException");
  }

  private static HttpResult failed(int status) {
    return new HttpResult.Answer(status, Map.of(),
        "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResult garbled() {
    return new HttpResult.Answer(200, Map.of(), "{\"id\":\"1".getBytes(StandardCharsets.UTF_8));
  }
}
