package fr.palabre.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutgoingTest {

  @Test
  void aCallWhoseAllowanceEndedOnTheWayNeverLeaves() {
    var left = new ArrayList<HttpCall>();
    var door = new PlayedOutgoing(call -> {
      left.add(call);
      return new HttpResult.Answer(200, Map.of(), new byte[0]);
    });
    var call = HttpCall.get(URI.create("https://reseau.exemple/"));
    Iterator<Boolean> allowed = List.of(true, false).iterator();
    var second = Outgoing.whileAllowed(allowed::next, () -> {
      door.send(call);
      return door.send(call);
    });
    assertThat(left).hasSize(1);
    assertThat(second).isInstanceOf(HttpResult.NotSent.class);
  }
}
