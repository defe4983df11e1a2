package fr.palabre.network.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.DeliveryKey;
import fr.palabre.platform.Ids;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
  // The form that the protocol asks for (atproto.com/specs/tid).
  private static final String FORM = "[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}";

  @Test
  void theSameActAlwaysHasTheSameKey() {
    var key = new DeliveryKey(UUID.fromString("019ab3c4-5d6e-7f80-8a9b-0c1d2e3f4a5b"));
    assertThat(RecordKey.of(key)).isEqualTo(RecordKey.of(key)).matches(FORM);
  }

  @Test
  void theActsOfOneMillisecondHaveKeysOfTheirOwn() {
    var keys = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      var random = UUID.randomUUID();
      var sameMoment = 0x019ab3c45d6e7000L | random.getMostSignificantBits() & 0xfff;
      keys.add(RecordKey.of(
          new DeliveryKey(new UUID(sameMoment, random.getLeastSignificantBits()))));
    }
    assertThat(keys).hasSize(10_000);
  }

  @Test
  void keysSortLikeTheirActsAFewSecondsApart() {
    var before = new UUID(0x019ab3c45d6e7000L, 0x8000000000000000L);
    var aMinuteLater = new UUID(0x019ab3c45d6e7000L + (60_000L << 16), 0x8000000000000000L);
    assertThat(RecordKey.of(new DeliveryKey(before)))
        .isLessThan(RecordKey.of(new DeliveryKey(aMinuteLater)));
  }

  @Test
  void everyKeyHasTheFormTheNetworkAsksFor() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(RecordKey.of(new DeliveryKey(Ids.next()))).matches(FORM);
      assertThat(RecordKey.of(new DeliveryKey(UUID.randomUUID()))).matches(FORM);
      assertThat(RecordKey.ofLike("at://did:plc:x/app.bsky.feed.post/" + i)).matches(FORM);
    }
  }

  @Test
  void aPostHasOneLikeOfOurs() {
    var post = "at://did:plc:fan/app.bsky.feed.post/3n2u4qbcp7c2b";
    assertThat(RecordKey.ofLike(post)).isEqualTo(RecordKey.ofLike(post))
        .isNotEqualTo(RecordKey.ofLike(post + "x"));
  }
}
