package fr.palabre.editorial;

import fr.palabre.identity.Member;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.Credentials;
import fr.palabre.network.NetworkId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PaperNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** A writer's desk for tests: paper networks, accounts on them, contents in any stage. */
@TestConfiguration(proxyBeanMethods = false)
@Import(PaperNetworks.class)
class Desk {
  static final NetworkId NOTE = new NetworkId("note");
  static final NetworkId LETTER = new NetworkId("letter");

  @Bean
  Told told() {
    return new Told();
  }

  @Bean
  Hand hand(Brands brands, Accounts accounts, Contents contents, Validation validation) {
    return new Hand(brands, accounts, contents, validation);
  }

  /** What other rooms were told. */
  static class Told {
    private final List<Object> facts = new ArrayList<>();

    @EventListener
    void approved(ContentApproved fact) {
      facts.add(fact);
    }

    @EventListener
    void withdrawn(ContentWithdrawn fact) {
      facts.add(fact);
    }

    @EventListener
    void moved(ContentMoved fact) {
      facts.add(fact);
    }

    @EventListener
    void published(ContentPublished fact) {
      facts.add(fact);
    }

    <T> List<T> of(Class<T> kind, ContentId id) {
      return facts.stream().filter(kind::isInstance).map(kind::cast)
          .filter(f -> f.toString().contains(id.toString())).toList();
    }
  }

  /** Does at the desk what a person does. */
  record Hand(Brands brands, Accounts accounts, Contents contents, Validation validation) {
    AccountId account(Workspace brand, NetworkId network) {
      var handle = "fournil-" + network;
      return accounts.connect(brand.id(), null, network, new Connected(handle, handle,
          "Le Fournil", null, Map.of(), new Credentials(Map.of(), null), Set.of()));
    }

    ContentBody body(String text, AccountId... on) {
      return new ContentBody("", text, List.of(), "", null, "fr",
          Arrays.stream(on).map(Adaptation::of).toList());
    }

    <T> T as(Member me, Supplier<T> work) {
      return brands.within(me.workspace(), work);
    }

    Content write(Member me, ContentId id, String text, AccountId... on) {
      var version = as(me, () -> contents.find(me.workspaceId(), id)).map(Content::version)
          .orElse(0);
      return save(me, id, version, body(text, on));
    }

    Content save(Member me, ContentId id, int version, ContentBody body) {
      return switch (as(me, () -> contents.save(me, id, version, body, ""))) {
        case Saving.Saved saved -> saved.content();
        case Saving other -> throw new AssertionError(other);
      };
    }

    Content submit(Member me, ContentId id) {
      return done(as(me, () -> validation.submit(me, id, false)));
    }

    Approval approve(Member me, Content read) {
      return as(me, () -> validation.approve(
          me, read.id(), read.hash(), Validation.Departure.PLANNED));
    }

    Content again(Content content) {
      return brands.within(workspace(content), () ->
          contents.content(content.workspace(), content.id()));
    }

    private Workspace workspace(Content content) {
      return new Workspace(content.workspace(), "", "", Brands.PARIS, java.util.Locale.FRENCH,
          false, true);
    }

    static Content done(Approval approval) {
      if (approval instanceof Approval.Done(Content content)) return content;
      throw new AssertionError(approval);
    }
  }
}
