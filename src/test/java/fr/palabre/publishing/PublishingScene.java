package fr.palabre.publishing;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Freezes;
import fr.palabre.delivery.engine.Sender;
import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.Approval;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Saving;
import fr.palabre.editorial.Validation;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.testing.Brands;
import fr.palabre.testing.DeliveryEars;
import fr.palabre.testing.FakeNetwork;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A brand of two, an account, contents that go out. START is nine o'clock in Paris. */
@PalabreTest
@Import({FakeNetwork.class, DeliveryEars.class, Sender.class})
abstract class PublishingScene {
  static final LocalDateTime NOON = LocalDateTime.parse("2026-11-23T12:00");
  static final Instant AT_NOON = Instant.parse("2026-11-23T11:00:00Z");
  /** Three messages long. */
  static final String LONG = IntStream.range(0, 20)
      .mapToObj("Voici la phrase %d, qui prend de la place."::formatted)
      .collect(Collectors.joining(" "));
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired Contents contents;
  @Autowired Validation validation;
  @Autowired Publication publication;
  @Autowired Afterwards afterwards;
  @Autowired Deliveries deliveries;
  @Autowired Freezes freezes;
  @Autowired PostStore posts;
  @Autowired FakeNetwork network;
  @Autowired Sender sender;
  @Autowired MovableClock clock;
  @Autowired MockMvc mvc;
  Workspace brand;
  Member writer;
  Member manager;
  AccountId account;

  @BeforeEach
  void aBrandOfTwo() {
    clock.set(START);
    network.forget();
    sender.silence();
    brand = brands.brand();
    writer = brands.member(brand, Role.COMMUNITY_MANAGER);
    manager = brands.member(brand, Role.MANAGER);
    account = FakeNetwork.connect(accounts, brand);
  }

  Content write(String text, AccountId... on) {
    return save(ContentId.next(), 0, text, "", on);
  }

  Content save(ContentId id, int version, String text, String firstReply, AccountId... on) {
    var body = new ContentBody("Titre", text, List.of(), firstReply, null, "fr",
        Arrays.stream(on).map(PublishingScene::asThread).toList());
    return switch (in(() -> contents.save(writer, id, version, body, ""))) {
      case Saving.Saved saved -> saved.content();
      case Saving other -> throw new AssertionError(other);
    };
  }

  Content submitted(String text, LocalDateTime at) {
    return submit(write(text, account), at);
  }

  Content submit(Content content, LocalDateTime at) {
    in(() -> contents.plan(writer, content.id(), at));
    return done(in(() -> validation.submit(writer, content.id(), false)));
  }

  /** Written, dated and validated. */
  Content scheduled(String text, LocalDateTime at) {
    return approve(submitted(text, at));
  }

  Content scheduled(String text, String firstReply, LocalDateTime at) {
    return approve(submit(save(ContentId.next(), 0, text, firstReply, account), at));
  }

  Content approve(Content read) {
    return done(in(() -> validation.approve(
        manager, read.id(), read.hash(), Validation.Departure.PLANNED)));
  }

  ScheduledPost post(Content content) {
    return in(() -> posts.of(brand.id(), content.id())).getFirst();
  }

  List<Delivery> parts(ScheduledPost post) {
    return in(() -> deliveries.of(brand.id(), post.id().parts()));
  }

  /** A page of the brand, as its manager sees it. */
  String page(String path) throws Exception {
    return mvc.perform(get("/" + brand.slug() + "/" + path)
        .cookie(brands.session(manager.user()))).andReturn().getResponse().getContentAsString();
  }

  Content again(Content content) {
    return in(() -> contents.content(brand.id(), content.id()));
  }

  void at(Instant instant) {
    clock.set(instant);
    sender.runDue();
  }

  <T> T in(Supplier<T> work) {
    return brands.within(brand, work);
  }

  void in(Runnable work) {
    brands.within(brand, () -> {
      work.run();
      return true;
    });
  }

  private static Adaptation asThread(AccountId account) {
    return new Adaptation(AdaptationId.next(), account, true, null, null, null, "", null, true,
        false);
  }

  private static Content done(Approval approval) {
    assertThat(approval).isInstanceOf(Approval.Done.class);
    return ((Approval.Done) approval).content();
  }
}
