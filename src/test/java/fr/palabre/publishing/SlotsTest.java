package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.ContentStage;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.Credentials;
import fr.palabre.publishing.slot.Placement;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.QueueOrder;
import fr.palabre.publishing.slot.QueuePlace;
import fr.palabre.publishing.slot.SlotQueue;
import fr.palabre.publishing.slot.SlotQueues;
import fr.palabre.publishing.slot.WeekSlot;
import fr.palabre.testing.FakeNetwork;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a queue promises: the next free slot, to one content only. START is a Monday at nine. */
class SlotsTest extends PublishingScene {
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T09:30");
  private static final LocalDateTime THURSDAY = LocalDateTime.parse("2026-11-26T18:00");
  @Autowired SlotQueues queues;
  @Autowired Placing placing;
  @Autowired QueueOrder order;
  @Autowired ContentShelf shelf;
  SlotQueue queue;

  @BeforeEach
  void aQueueOfTwoSlotsAWeek() {
    queue = queue("Conseils", account);
  }

  @Test
  void contentsGetTheNextFreeSlotsOneAfterTheOther() {
    assertThat(add(write("Un", account))).isEqualTo(MONDAY);
    assertThat(add(write("Deux", account))).isEqualTo(THURSDAY);
    assertThat(add(write("Trois", account))).isEqualTo(MONDAY.plusWeeks(1));
  }

  @Test
  void aSlotGoneByOrAboutToGoByIsNeverGiven() {
    clock.set(clock.instant().plusSeconds(26 * 60));
    assertThat(add(write("Un", account))).isEqualTo(THURSDAY);
  }

  @Test
  void aMinuteSomebodyChoseByHandIsNotFree() {
    submitted("À la main", MONDAY);
    assertThat(add(write("Un", account))).isEqualTo(THURSDAY);
  }

  @Test
  void theSlotOfAContentMovedAwayIsFreeAgain() {
    var first = write("Un", account);
    add(first);
    in(() -> contents.plan(writer, first.id(), MONDAY.plusHours(3)));
    assertThat(add(write("Deux", account))).isEqualTo(MONDAY);
    assertThat(standing()).hasSize(1);
  }

  @Test
  void theSlotOfADeletedContentIsFreeAgain() {
    var first = write("Un", account);
    add(first);
    in(() -> shelf.delete(writer, first.id()));
    assertThat(add(write("Deux", account))).isEqualTo(MONDAY);
  }

  @Test
  void twoQueuesOfOneAccountNeverGiveTheSameMoment() {
    var other = queue("Actualités", account);
    assertThat(add(write("Un", account))).isEqualTo(MONDAY);
    assertThat(add(write("Deux", account), other)).isEqualTo(THURSDAY);
  }

  @Test
  void aContentOfTwoAccountsWaitsForAMomentThatSuitsBoth() {
    var second = another("second");
    var both = queue("Partout", account, second);
    assertThat(add(write("Un", second), both)).isEqualTo(MONDAY);
    assertThat(add(write("Deux", account, second), both)).isEqualTo(THURSDAY);
    assertThat(add(write("Trois", account), both)).isEqualTo(MONDAY);
  }

  @Test
  void aQueueRefusesAContentItDoesNotServe() {
    var content = write("Un", another("ailleurs"));
    assertThat(in(() -> placing.add(writer, content.id(), queue.id())))
        .isEqualTo(new Placement.Refused(Placement.Reason.QUEUE_OTHER_ACCOUNTS));
  }

  @Test
  void peopleWhoAddAtOnceNeverGetTheSameSlot() throws Exception {
    var waiting = IntStream.range(0, 8).mapToObj(i -> write("Un " + i, account)).toList();
    var other = queue("Actualités", account);
    var start = new CountDownLatch(1);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var given = IntStream.range(0, 8).mapToObj(i -> hands.submit(() -> {
        start.await();
        return add(waiting.get(i), i % 2 == 0 ? queue : other);
      })).toList();
      start.countDown();
      var moments = given.stream().map(SlotsTest::result).toList();
      assertThat(moments).doesNotHaveDuplicates().hasSize(8);
    }
  }

  @Test
  void anotherOrderKeepsTheSlotsAndChangesWhoHasThem() {
    var all = List.of(write("Un", account), write("Deux", account), write("Trois", account));
    all.forEach(this::add);
    in(() -> order.move(manager, queue.id(), all.getLast().id(), 0));
    assertThat(standing()).containsExactly(all.getLast().id(), all.get(0).id(), all.get(1).id());
    assertThat(dates(all)).containsExactly(THURSDAY, MONDAY.plusWeeks(1), MONDAY);
  }

  @Test
  void aValidatedContentIsMovedWithItsTurnAndGoesOutThen() {
    var first = scheduled("Un", NOON);
    add(first);
    var second = write("Deux", account);
    add(second);
    in(() -> order.move(manager, queue.id(), second.id(), 0));
    assertThat(post(first).when().local()).isEqualTo(THURSDAY);
  }

  @Test
  void nothingOfAPausedQueueGoesOutUntilItGoesOn() {
    var validated = scheduled("Un", NOON);
    add(validated);
    in(() -> order.pause(manager, queue.id()));
    at(AT_NOON.plusSeconds(7 * 86_400));
    assertThat(network.online).isEmpty();
    assertThat(again(validated).stage()).isEqualTo(ContentStage.APPROVED);
    assertThat(standing()).containsExactly(validated.id());
    in(() -> order.resume(manager, queue.id()));
    assertThat(again(validated).stage()).isEqualTo(ContentStage.SCHEDULED);
    assertThat(dates(List.of(validated))).containsExactly(LocalDateTime.parse("2026-12-03T18:00"));
  }

  @Test
  void whatIsAddedToAPausedQueueWaitsInItsTurn() {
    var first = write("Un", account);
    add(first);
    in(() -> order.pause(manager, queue.id()));
    var second = write("Deux", account);
    assertThat(in(() -> placing.add(writer, second.id(), queue.id())))
        .isInstanceOf(Placement.Held.class);
    assertThat(standing()).containsExactly(first.id(), second.id());
    in(() -> order.move(manager, queue.id(), second.id(), 0));
    in(() -> order.resume(manager, queue.id()));
    assertThat(dates(List.of(second, first))).containsExactly(MONDAY, THURSDAY);
  }

  @Test
  void leavingTheQueueLeavesTheContentWithoutADate() {
    var content = write("Un", account);
    add(content);
    in(() -> placing.remove(manager, content.id()));
    assertThat(again(content).planned()).isNull();
    assertThat(standing()).isEmpty();
  }

  private static LocalDateTime result(Future<LocalDateTime> given) {
    try {
      return given.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private SlotQueue queue(String name, AccountId... on) {
    return in(() -> {
      var made = queues.create(manager, name, Arrays.asList(on)).orElseThrow();
      queues.add(manager, made.id(), List.of(
          new WeekSlot(DayOfWeek.MONDAY, LocalTime.of(9, 30)),
          new WeekSlot(DayOfWeek.THURSDAY, LocalTime.of(18, 0))));
      return queues.queue(brand.id(), made.id());
    });
  }

  private AccountId another(String handle) {
    return in(() -> accounts.connect(brand.id(), null, FakeNetwork.ID, new Connected(handle, handle,
        handle, null, Map.of(), new Credentials(Map.of(), null), Set.of())));
  }

  private LocalDateTime add(Content content) {
    return add(content, queue);
  }

  private LocalDateTime add(Content content, SlotQueue to) {
    return switch (in(() -> placing.add(manager, content.id(), to.id()))) {
      case Placement.Placed(var _, var when) -> when.local();
      case Placement other -> throw new AssertionError(other);
    };
  }

  private List<ContentId> standing() {
    return in(() -> placing.line(manager, queue)).stream()
        .map(QueuePlace::content).map(c -> c.id()).toList();
  }

  private List<LocalDateTime> dates(List<Content> all) {
    return all.stream()
        .map(c -> Objects.requireNonNull(again(c).planned()).local()).toList();
  }
}
