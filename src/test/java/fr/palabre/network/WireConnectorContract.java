package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.WireStandIn.Misbehaviour;
import fr.palabre.network.WireStandIn.Request;
import fr.palabre.network.WireStandIn.Response;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every connector that speaks over a wire promises besides, whatever the wire does. */
public abstract class WireConnectorContract extends NetworkConnectorContract {
  /** The stand-in that {@link #session} leads to, its account empty; a new one for each test. */
  protected abstract WireStandIn wire();

  /** The one request that people will see the effect of. */
  protected abstract Predicate<Request> publishing();

  /** How this network says "too many requests, start again at that instant". */
  protected abstract Response throttled(Instant until);

  @Override
  protected int callsReceived() {
    return wire().received().size();
  }

  @Test
  void aThrottledPostWaitsUntilTheNetworksOwnHour() {
    var until = Instant.now().plusSeconds(600).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    wire().next(publishing(), new Misbehaviour.AnswersInstead(throttled(until)));
    assertThat(publisher().publish(session(), draft("Plus tard"), key()))
        .isInstanceOfSatisfying(RetryAfter.class, wait ->
            assertThat(wait.notBefore()).isBetween(until.minusSeconds(2), until.plusSeconds(2)));
    assertThat(postsOnTheNetwork()).isZero();
  }

  @Test
  void anErrorAfterAcceptingIsLookedForAtOnceOrUnknownAndThenFound() {
    wire().next(publishing(), new Misbehaviour.AnswersAfterAccepting(Response.json(500, "{}")));
    var key = key();
    if (publisher().publish(session(), draft("Peut-être"), key) instanceof Unknown)
      assertThat(publisher().settle(session(), draft("Peut-être"), key, Instant.now()))
          .isInstanceOf(Settlement.Found.class);
    else delivered(publisher().publish(session(), draft("Peut-être"), key));
    assertThat(postsOnTheNetwork()).isEqualTo(1);
  }

  @Test
  void aCutAfterAcceptingIsUnknownAndThenFound() {
    wire().next(publishing(), new Misbehaviour.CutsAfterAccepting());
    assertUnknownThenFound();
  }

  @Test
  void aCutBeforeAcceptingIsUnknownAndTheSameKeyThenGoesOutOnce() {
    wire().next(publishing(), new Misbehaviour.CutsBeforeAccepting());
    var key = key();
    assertThat(publisher().publish(session(), draft("Coupé"), key)).isInstanceOf(Unknown.class);
    assertThat(publisher().settle(session(), draft("Coupé"), key, Instant.now()))
        .isNotInstanceOf(Settlement.Found.class);
    delivered(publisher().publish(session(), draft("Coupé"), key));
    assertThat(postsOnTheNetwork()).isEqualTo(1);
  }

  @Test
  void aNetworkThatCannotBeReachedWasSentNothing() {
    var session = session();
    wire().close();
    assertThat(publisher().publish(session, draft("Personne"), key())).isInstanceOf(NotSent.class);
  }

  @Test
  void anAnswerThatMakesNoSenseIsUnknownAndNotLost() {
    wire().next(publishing(), new Misbehaviour.AnswersAfterAccepting(
        new Response(200, java.util.Map.of("Content-Type", "text/html"), "<html>".getBytes())));
    assertUnknownThenFound();
  }

  private void assertUnknownThenFound() {
    var key = key();
    assertThat(publisher().publish(session(), draft("Peut-être"), key)).isInstanceOf(Unknown.class);
    assertThat(publisher().settle(session(), draft("Peut-être"), key, Instant.now()))
        .isInstanceOf(Settlement.Found.class);
    assertThat(postsOnTheNetwork()).isEqualTo(1);
  }
}
