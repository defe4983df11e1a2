package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.testing.Brands;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A brand of two, and a question under its post that nobody has answered. */
@InboxTest
abstract class WaitingQuestion {
  @Autowired Brands brands;
  @Autowired Talk talk;
  Workspace brand;
  AccountId account;
  Member claire;
  Member ousmane;

  @BeforeEach
  void aQuestionWaits() {
    brand = brands.brand();
    account = talk.account(brand);
    claire = brands.member(brand, Role.COMMUNITY_MANAGER);
    ousmane = brands.member(brand, Role.SOCIAL_LEAD);
    talk.published(brand, account, "post", "Portes ouvertes");
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
  }
}
